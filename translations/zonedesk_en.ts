<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>ActionCases</name>
    <message>
        <source>记进展</source>
        <translation>Add a note</translation>
    </message>
    <message>
        <source>记一条落实进展</source>
        <translation>Note how it is going</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>写明落实情况，办结</source>
        <translation>Say what came of it and close it</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>恢复为办理中</source>
        <translation>Back to under way</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>逾期 {n} 天</source>
        <translation>{n} days overdue</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>责任</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>落实</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>请写明日期</source>
        <translation>Enter the date</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>请写明进展</source>
        <translation>Enter the progress</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <source>记一条进展</source>
        <translation>Note a progress</translation>
    </message>
    <message>
        <source>落实情况</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>请写明落实情况</source>
        <translation>Enter what came of it</translation>
    </message>
    <message>
        <source>办结：写明落实情况</source>
        <translation>Close: say what came of it</translation>
    </message>
</context>
<context>
    <name>ActionsTab</name>
    <message>
        <source>选中一个议定事项，在此办理。</source>
        <translation>Choose an action item to work on it here.</translation>
    </message>
</context>
<context>
    <name>AttachmentsTab</name>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>存入文件…</source>
        <translation>Add file…</translation>
    </message>
    <message>
        <source>把文件复制到台账旁的附件文件夹（{key}），也可拖入</source>
        <translation>Copies the file into the attachments folder beside the ledger ({key}); files can be dropped here too</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>打开一份副本，存入的文件不受影响（Enter）</source>
        <translation>Opens a copy; the kept file is not touched (Enter)</translation>
    </message>
    <message>
        <source>把文件另存一份（{key}）</source>
        <translation>Saves a copy of the file ({key})</translation>
    </message>
    <message>
        <source>还没有附件，可把文件拖到这里</source>
        <translation>No attachments yet; files can be dropped here</translation>
    </message>
    <message>
        <source>{n} 字节</source>
        <translation>{n} bytes</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>已自动备份，核验通过</source>
        <translation>Backed up automatically and verified</translation>
    </message>
    <message>
        <source>已备份，核验通过</source>
        <translation>Backed up and verified</translation>
    </message>
    <message>
        <source>第二备份文件夹“{folder}”未连接，接上后自动补备</source>
        <translation>Second backup folder “{folder}” is not connected; it is brought up to date once it is</translation>
    </message>
    <message>
        <source>第二备份文件夹：{sentence}</source>
        <translation>Second backup folder: {sentence}</translation>
    </message>
    <message>
        <source>第二备份文件夹已同步</source>
        <translation>Second backup folder brought up to date</translation>
    </message>
    <message>
        <source>备份时间</source>
        <translation>Backed up at</translation>
    </message>
    <message>
        <source>来由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>项目数</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>操作步数</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>最后一步</source>
        <translation>Last step</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>关闭时</source>
        <translation>On closing</translation>
    </message>
    <message>
        <source>手动</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation>Before restoring</translation>
    </message>
    <message>
        <source>升级前</source>
        <translation>Before upgrading</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>台账旁、第二文件夹</source>
        <translation>Beside the ledger, second folder</translation>
    </message>
    <message>
        <source>台账旁</source>
        <translation>Beside the ledger</translation>
    </message>
    <message>
        <source>第二文件夹</source>
        <translation>Second folder</translation>
    </message>
    <message>
        <source>✓ 已核验</source>
        <translation>✓ Verified</translation>
    </message>
    <message>
        <source>写入后整体读回，与台账逐表一致</source>
        <translation>Read back whole after writing; every table agrees with the ledger</translation>
    </message>
    <message>
        <source>✗ 已损坏</source>
        <translation>✗ Damaged</translation>
    </message>
    <message>
        <source>读不完整，不能用于恢复</source>
        <translation>Cannot be read whole, cannot be restored</translation>
    </message>
    <message>
        <source>未核验</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>不是本程序备份的文件，查看内容时核验</source>
        <translation>Not a backup made by this program; verified when looked into</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>读取备份列表</source>
        <translation>Reading the list of backups</translation>
    </message>
    <message>
        <source>已恢复：{n} 个项目，最后一步“{label}”。</source>
        <translation>Restored: {n} projects, last step “{label}”.</translation>
    </message>
    <message>
        <source>原来的文件已损坏，原样存于“{path}”。</source>
        <translation>The former file was damaged; it is kept as it was at “{path}”.</translation>
    </message>
    <message>
        <source>恢复前的台账已存为备份“{name}”，可再恢复回来。</source>
        <translation>The ledger as it was before is kept as backup “{name}” and can be restored again.</translation>
    </message>
    <message>
        <source>每30分钟和关闭时自动备份，有改动才备；每份写完都读回核验</source>
        <translation>Backed up every 30 minutes and on closing if anything changed; each copy is read back</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>检查台账完整性</source>
        <translation>Check the ledger file</translation>
    </message>
    <message>
        <source>查看内容</source>
        <translation>Look inside</translation>
    </message>
    <message>
        <source>查看其他备份文件…</source>
        <translation>Look into another backup file…</translation>
    </message>
    <message>
        <source>第二备份文件夹…</source>
        <translation>Second backup folder…</translation>
    </message>
    <message>
        <source>不再使用</source>
        <translation>Use no longer</translation>
    </message>
    <message>
        <source>备份台账</source>
        <translation>Back up the ledger</translation>
    </message>
    <message>
        <source>台账备份 (*.zonedesk)</source>
        <translation>Ledger backups (*.zonedesk)</translation>
    </message>
    <message>
        <source>查看备份</source>
        <translation>Look into a backup</translation>
    </message>
    <message>
        <source>核验并查看备份</source>
        <translation>Verify and look into a backup</translation>
    </message>
    <message>
        <source>检查台账文件</source>
        <translation>Check the ledger file</translation>
    </message>
    <message>
        <source>第二备份文件夹（如U盘）</source>
        <translation>Second backup folder (a USB stick, say)</translation>
    </message>
    <message>
        <source>未设第二备份文件夹（如U盘）</source>
        <translation>No second backup folder set (a USB stick, say)</translation>
    </message>
    <message>
        <source>同时备份到“{folder}”</source>
        <translation>Also backed up to “{folder}”</translation>
    </message>
    <message>
        <source>“{folder}”未连接，接上后自动补备</source>
        <translation>“{folder}” is not connected; it is brought up to date once it is</translation>
    </message>
    <message>
        <source>共 {n} 份备份，存于“{folder}”</source>
        <translation>{n} backups, kept in “{folder}”</translation>
    </message>
    <message>
        <source>台账文件尚未检查</source>
        <translation>The ledger file has not been checked yet</translation>
    </message>
    <message>
        <source>{at} 检查：发现 {n} 处损坏</source>
        <translation>Checked {at}: {n} faults found</translation>
    </message>
    <message>
        <source>{at} 检查：台账文件完好</source>
        <translation>Checked {at}: the ledger file is sound</translation>
    </message>
    <message>
        <source> · {n} 个附件在“{folder}”，不在备份文件内，只随第二备份文件夹复制</source>
        <translation> · {n} attachments in “{folder}”: not in the backup files, copied to the second backup folder only</translation>
    </message>
</context>
<context>
    <name>BatchCard</name>
    <message>
        <source>尚无列入批次的项目</source>
        <translation>No project is listed in a batch yet</translation>
    </message>
    <message>
        <source>{name} · 单位：个、{unit}</source>
        <translation>{name} · units: projects, {unit}</translation>
    </message>
    <message>
        <source>本次活动</source>
        <translation>Latest event</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>总投资</source>
        <translation>Total investment</translation>
    </message>
    <message>
        <source>年产值</source>
        <translation>Annual output</translation>
    </message>
    <message>
        <source>战新</source>
        <translation>Strategic</translation>
    </message>
    <message>
        <source>战新占比</source>
        <translation>Strategic share</translation>
    </message>
    <message>
        <source>{title} · 战新</source>
        <translation>{title} · strategic</translation>
    </message>
    <message>
        <source>{title}
口径：列入时总投资、列入时年产值合计；战新占比按投资额
{scope}</source>
        <translation>{title}
Basis: sums of investment and output at listing; strategic share by investment
{scope}</translation>
    </message>
</context>
<context>
    <name>BlockCommands</name>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>已复制 {count} 格</source>
        <translation>{count} cells copied</translation>
    </message>
    <message>
        <source>已剪切：粘贴到别处后，原处清空；按 Esc 取消</source>
        <translation>Cut: the cells are cleared once they are pasted elsewhere; Esc gives up</translation>
    </message>
    <message>
        <source>剪贴板里没有可粘贴的文字</source>
        <translation>Nothing on the clipboard to paste</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>向下填充</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>向右填充</source>
        <translation>Fill right</translation>
    </message>
    <message>
        <source>填充</source>
        <translation>Fill</translation>
    </message>
    <message>
        <source>{verb} {rows} 行 {count} 格</source>
        <translation>{verb} {rows} rows, {count} cells</translation>
    </message>
    <message>
        <source>新增 {count} 个项目</source>
        <translation>{count} projects added</translation>
    </message>
    <message>
        <source>{count} 格不合规定，按原文保留待核</source>
        <translation>{count} cells do not fit; kept as typed, to be checked</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{count} 格由其他栏目推算，不能直接修改</source>
        <translation>{count} cells follow from other columns and cannot be changed</translation>
    </message>
    <message>
        <source>{count} 个项目名称不能为空，保留原名</source>
        <translation>{count} projects cannot go without a name; the old names stay</translation>
    </message>
    <message>
        <source>右边多出 {count} 栏，未写入</source>
        <translation>{count} columns beyond the right edge, not written</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
</context>
<context>
    <name>BookCells</name>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>“{text}”与栏目不符，按原文保留，待核</source>
        <translation>“{text}” does not fit its column, kept as typed, to be checked</translation>
    </message>
    <message>
        <source>待核：“{text}”不是“{label}”可填的{choices}，按原文保留，不计入其中任何一种</source>
        <translation>To be checked: “{text}” is none of the values of {label} ({choices}); it is kept as typed and counted as none of them</translation>
    </message>
</context>
<context>
    <name>BookTable</name>
    <message>
        <source>已新增，但不在现在的截至日期和范围内</source>
        <translation>Added, but outside the day and scope looked at</translation>
    </message>
    <message>
        <source>{what}。按 Ctrl+Z 可恢复</source>
        <translation>{what}. Ctrl+Z brings it back</translation>
    </message>
    <message>
        <source>共 {n} 条</source>
        <translation>{n} rows</translation>
    </message>
    <message>
        <source>，显示 {n} 条</source>
        <translation>, {n} shown</translation>
    </message>
    <message>
        <source>，选中 {n} 条</source>
        <translation>, {n} selected</translation>
    </message>
    <message>
        <source>有行已不符合当前筛选或排序（F5 重新整理）</source>
        <translation>Some rows no longer fit the filter or order (F5 arranges them)</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>新增{what}</source>
        <translation>Add {what}</translation>
    </message>
    <message>
        <source>新增{what}（Insert）</source>
        <translation>Add a row: {what} (Insert)</translation>
    </message>
    <message>
        <source>删除{what}</source>
        <translation>Delete {what}</translation>
    </message>
    <message>
        <source>删除选中的行，可撤销（Ctrl+-）</source>
        <translation>Delete the selected rows; can be undone (Ctrl+-)</translation>
    </message>
    <message>
        <source>查找（可用拼音首字母）</source>
        <translation>Find (pinyin initials work too)</translation>
    </message>
    <message>
        <source>在清单中查找</source>
        <translation>Find in the list</translation>
    </message>
    <message>
        <source>“{head}”在此不能修改，按 Tab 到下一个可修改的栏</source>
        <translation>“{head}” cannot be changed here; Tab goes to the next column that can</translation>
    </message>
    <message>
        <source>台账以只读方式打开，不能修改</source>
        <translation>The ledger is open for reading only</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>批复文号（选填，各件相同）</source>
        <translation>Document no. (optional, the same for all)</translation>
    </message>
    <message>
        <source>批复文号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>办结时间</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>登记办结</source>
        <translation>Register as done</translation>
    </message>
    <message>
        <source>不登记（Esc）</source>
        <translation>Do not register (Esc)</translation>
    </message>
    <message>
        <source>选中 {n} 件</source>
        <translation>{n} selected</translation>
    </message>
    <message>
        <source>（{n} 件已办结，将改写）</source>
        <translation> ({n} done already: written over)</translation>
    </message>
    <message>
        <source>登记 {n} 件办结</source>
        <translation>Register {n} as done</translation>
    </message>
</context>
<context>
    <name>BulkCommands</name>
    <message>
        <source>显示的文字栏</source>
        <translation>Text columns in view</translation>
    </message>
    <message>
        <source>全部文字栏（含隐藏的栏）</source>
        <translation>All text columns (hidden ones too)</translation>
    </message>
    <message>
        <source>当前栏：{label}</source>
        <translation>This column: {label}</translation>
    </message>
    <message>
        <source>选中的 {count} 格</source>
        <translation>The {count} selected cells</translation>
    </message>
</context>
<context>
    <name>BulkEdit</name>
    <message>
        <source>批量修改</source>
        <translation>Bulk edit</translation>
    </message>
    <message>
        <source>选中的 {count} 个项目</source>
        <translation>The {count} selected projects</translation>
    </message>
    <message>
        <source>显示的全部 {count} 个项目</source>
        <translation>All {count} projects in view</translation>
    </message>
    <message>
        <source>要修改的栏目</source>
        <translation>Field to change</translation>
    </message>
    <message>
        <source>清空此栏</source>
        <translation>Clear the field</translation>
    </message>
    <message>
        <source>将要修改的单元格</source>
        <translation>Cells that would change</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{count} 个项目中，{changed} 个将改变</source>
        <translation>{changed} of {count} projects would change</translation>
    </message>
    <message>
        <source>请填写新值，或勾选“清空此栏”。</source>
        <translation>Type the new value, or tick “Clear the field”.</translation>
    </message>
    <message>
        <source>新值不合此栏规定，将按原文保留并标为待核</source>
        <translation>the value does not fit the field: it would be kept as typed and flagged</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>修改 {count} 个项目</source>
        <translation>Change {count} projects</translation>
    </message>
    <message>
        <source>新值</source>
        <translation>New value</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>New</translation>
    </message>
</context>
<context>
    <name>CampaignsTab</name>
    <message>
        <source>选中一个专项行动，在此查看倒计时。
按 Insert 新增专项行动。</source>
        <translation>Choose a campaign to see its countdown here.
Press Insert to add one.</translation>
    </message>
    <message>
        <source>新增专项行动</source>
        <translation>Add campaign</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>请写明行动的名称</source>
        <translation>Enter the name of the campaign</translation>
    </message>
    <message>
        <source>如：2026年冬季行动</source>
        <translation>Such as: Winter campaign 2026</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>请写明目标</source>
        <translation>Enter the goal</translation>
    </message>
    <message>
        <source>目标日期</source>
        <translation>Goal day</translation>
    </message>
    <message>
        <source>请写明目标日期，以便倒计时</source>
        <translation>Enter the goal day, for the countdown</translation>
    </message>
    <message>
        <source>开始日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>列入范围内未达目标的项目</source>
        <translation>Take in projects short of the goal</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>新增专项行动：回车到下一栏</source>
        <translation>New campaign: Enter goes to the next line</translation>
    </message>
    <message>
        <source>当前范围内没有尚未列入的项目</source>
        <translation>No more projects in scope to take in</translation>
    </message>
    <message>
        <source>列入项目</source>
        <translation>Take in projects</translation>
    </message>
    <message>
        <source>把当前范围内尚未达到目标的项目一次列入</source>
        <translation>Take in every project in scope that has not reached the goal</translation>
    </message>
    <message>
        <source>移出项目</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>把选中的项目移出此行动</source>
        <translation>Take the selected projects out of this campaign</translation>
    </message>
    <message>
        <source>未定目标日期</source>
        <translation>No goal day</translation>
    </message>
    <message>
        <source>目标：{goal}，{day}</source>
        <translation>Goal: {goal}, {day}</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>{n} 个：{told}</source>
        <translation>{n}: {told}</translation>
    </message>
    <message>
        <source>尚未列入</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>完成率</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>时间进度</source>
        <translation>Time gone</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>可不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>逾期 {n} 天</source>
        <translation>{n} days overdue</translation>
    </message>
    <message>
        <source>督办事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>请写明督办事项</source>
        <translation>Write the matter</translation>
    </message>
    <message>
        <source>督办要求</source>
        <translation>What is asked</translation>
    </message>
    <message>
        <source>主办单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>协办单位</source>
        <translation>Co-units</translation>
    </message>
    <message>
        <source>办结期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>督办人</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>督办编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>请写明督办编号</source>
        <translation>Write the number</translation>
    </message>
    <message>
        <source>下发日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>请写明下发日期</source>
        <translation>Write the day of issue</translation>
    </message>
</context>
<context>
    <name>CategoryBox</name>
    <message>
        <source>按堵点类别筛选</source>
        <translation>Filter by kind of obstacle</translation>
    </message>
    <message>
        <source>按堵点类别筛选；开发区在右上角选</source>
        <translation>Filter by kind of obstacle; the zone is chosen at the top right</translation>
    </message>
    <message>
        <source>全部堵点类别</source>
        <translation>All kinds of obstacle</translation>
    </message>
    <message>
        <source>未填类别</source>
        <translation>no kind given</translation>
    </message>
</context>
<context>
    <name>CellsModel</name>
    <message>
        <source>新增</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Old value</translation>
    </message>
    <message>
        <source>新值</source>
        <translation>New value</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>项目 / 字段</source>
        <translation>Project / field</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Old value</translation>
    </message>
    <message>
        <source>新值</source>
        <translation>New value</translation>
    </message>
    <message>
        <source>其他列</source>
        <translation>Other columns</translation>
    </message>
    <message>
        <source>待核内容</source>
        <translation>Values to check</translation>
    </message>
    <message>
        <source>{n} 处更改</source>
        <translation>{n} changes</translation>
    </message>
    <message>
        <source>新增：{values}</source>
        <translation>New: {values}</translation>
    </message>
    <message>
        <source>（清空）</source>
        <translation>(cleared)</translation>
    </message>
    <message>
        <source>{value}（待核）</source>
        <translation>{value} (to check)</translation>
    </message>
    <message>
        <source>{sheet} {row}行</source>
        <translation>{sheet} row {row}</translation>
    </message>
    <message>
        <source>名称近似匹配：来文为“{name}”</source>
        <translation>Matched by a near name: the file says “{name}”</translation>
    </message>
    <message>
        <source>{n} 处更改，其中 {since} 处在导入同一文件后另有更正，默认不改回</source>
        <translation>{n} changes, of which {since} were corrected after this file first came in and are left by default</translation>
    </message>
    <message>
        <source>{value}（此后已改：{day} {who}）</source>
        <translation>{value} (changed since: {day} {who})</translation>
    </message>
    <message>
        <source>此后已删除：{day} {who}</source>
        <translation>Deleted since: {day} {who}</translation>
    </message>
</context>
<context>
    <name>ChangesTab</name>
    <message>
        <source>全部 {n} 条</source>
        <translation>All {n}</translation>
    </message>
    <message>
        <source>新增 {n} 条</source>
        <translation>New {n}</translation>
    </message>
    <message>
        <source>更改 {n} 处</source>
        <translation>Changed {n}</translation>
    </message>
    <message>
        <source>待核 {n} 处</source>
        <translation>To check {n}</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project name</translation>
    </message>
    <message>
        <source>冲突 {n} 处 →</source>
        <translation>Conflicts {n} →</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>Select none</translation>
    </message>
    <message>
        <source>逐格变化</source>
        <translation>Changes cell by cell</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>从哪一天起比较</source>
        <translation>Compare from which day</translation>
    </message>
    <message>
        <source>按变化种类筛选</source>
        <translation>Filter by kind of change</translation>
    </message>
    <message>
        <source>变化明细</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>“{text}”不是日期</source>
        <translation>“{text}” is not a date</translation>
    </message>
    <message>
        <source>之后，至 {until} 的变化</source>
        <translation>to {until}: what changed</translation>
    </message>
    <message>
        <source>调度变化</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>进</source>
        <translation>in</translation>
    </message>
    <message>
        <source>退</source>
        <translation>out</translation>
    </message>
    <message>
        <source>阶段变化 </source>
        <translation>Stages moved </translation>
    </message>
    <message>
        <source>完成投资 {amount}（</source>
        <translation>Investment completed {amount} (</translation>
    </message>
    <message>
        <source> 个项目）</source>
        <translation> projects)</translation>
    </message>
    <message>
        <source>完成投资无变化</source>
        <translation>No change in investment</translation>
    </message>
    <message>
        <source>手续办结 </source>
        <translation>Procedures done </translation>
    </message>
    <message>
        <source>新提问题 </source>
        <translation>Problems raised </translation>
    </message>
    <message>
        <source>问题销号 </source>
        <translation>Problems closed </translation>
    </message>
    <message>
        <source>进度未更新 </source>
        <translation>Progress missing </translation>
    </message>
    <message>
        <source>打开这些项目</source>
        <translation>Open these projects</translation>
    </message>
    <message>
        <source>完成投资分开发区：</source>
        <translation>Investment by zone: </translation>
    </message>
    <message>
        <source>未填开发区</source>
        <translation>No zone</translation>
    </message>
    <message>
        <source>{zone}完成投资有变化的项目</source>
        <translation>Projects of {zone} with a change in investment</translation>
    </message>
    <message>
        <source>等 {n} 个</source>
        <translation>… {n} in all</translation>
    </message>
    <message>
        <source>全部变化（{n}）</source>
        <translation>All changes ({n})</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>What</translation>
    </message>
    <message>
        <source>开发区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Known by</translation>
    </message>
    <message>
        <source>{text} {amount} {unit}</source>
        <translation>{text} {amount} {unit}</translation>
    </message>
    <message>
        <source>日期不在两次会议之间：本期才登记，或改正了以前的登记</source>
        <translation>Its date does not lie between the two meetings: it was written down late, or put right</translation>
    </message>
    <message>
        <source>补登或更正</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>按日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>自</source>
        <translation>From</translation>
    </message>
</context>
<context>
    <name>ChecklistCells</name>
    <message>
        <source>手续名称</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>卡在</source>
        <translation>Stuck at</translation>
    </message>
    <message>
        <source>已停
天数</source>
        <translation>Days
stuck</translation>
    </message>
    <message>
        <source>计时</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>已用天数÷时限，不计时期间已扣除</source>
        <translation>Days used ÷ limit; paused days are taken off</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>{stage}&#x3000;已办结 {done}/{needed}</source>
        <translation>{stage}   {done}/{needed} done</translation>
    </message>
    <message>
        <source>未规定</source>
        <translation>not laid down</translation>
    </message>
    <message>
        <source>{name}
{code} · {dept} · 时限 {limit} · {mode}</source>
        <translation>{name}
{code} · {dept} · limit {limit} · {mode}</translation>
    </message>
    <message>
        <source>未填部门</source>
        <translation>no department</translation>
    </message>
    <message>
        <source>未归类</source>
        <translation>no class</translation>
    </message>
    <message>
        <source>办结于 {day}，晚于截至日</source>
        <translation>Done on {day}, after the as-of day</translation>
    </message>
    <message>
        <source>环节 {done}/{all}</source>
        <translation>Step {done}/{all}</translation>
    </message>
    <message>
        <source>自 {day} 起</source>
        <translation>Since {day}</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>日</source>
        <translation>days</translation>
    </message>
    <message>
        <source>{days} {unit}</source>
        <translation>{days} {unit}</translation>
    </message>
    <message>
        <source>自 {start} 起，已扣除 {paused} 天</source>
        <translation>Since {start}, {paused} days taken off</translation>
    </message>
    <message>
        <source>暂停 · {days}</source>
        <translation>Paused · {days}</translation>
    </message>
    <message>
        <source>暂停计时：{why}
{tip}</source>
        <translation>Clock paused: {why}
{tip}</translation>
    </message>
    <message>
        <source>办结时间</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>逾期 {days} 天</source>
        <translation>{days} days overdue</translation>
    </message>
    <message>
        <source>应办结/
办结</source>
        <translation>Due/
done</translation>
    </message>
    <message>
        <source>办结的为办结时间（绿字），未办结的为应办结时间</source>
        <translation>When it was done (green), or, while it is not, by when it is due</translation>
    </message>
</context>
<context>
    <name>ChecklistDialog</name>
    <message>
        <source>按模板生成手续清单</source>
        <translation>Make a checklist from templates</translation>
    </message>
    <message>
        <source>“{project}”：已按适用条件预选，可增减；已在清单中的不会重复，只补全缺的部门、方式和环节。</source>
        <translation>“{project}”: ticked by what applies, to be changed as needed. What is in the checklist is not doubled; only missing department, class and steps are filled in.</translation>
    </message>
    <message>
        <source>手续模板</source>
        <translation>Procedure templates</translation>
    </message>
    <message>
        <source>手续</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>承诺制归类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>适用条件</source>
        <translation>Applies to</translation>
    </message>
    <message>
        <source>已在清单</source>
        <translation>In the checklist</translation>
    </message>
    <message>
        <source>{n} 个月</source>
        <translation>{n} months</translation>
    </message>
    <message>
        <source>生成 {n} 项</source>
        <translation>Make {n}</translation>
    </message>
    <message>
        <source>新增 {new} 项，已在清单 {there} 项</source>
        <translation>{new} new, {there} in the checklist</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>按模板生成清单…</source>
        <translation>From templates…</translation>
    </message>
    <message>
        <source>选择这个项目要办的手续（{key}）</source>
        <translation>Choose the procedures this project needs ({key})</translation>
    </message>
    <message>
        <source>选择一个项目，查看它的手续清单</source>
        <translation>Choose a project to see its checklist</translation>
    </message>
    <message>
        <source>还没有手续。按模板生成清单，一步列出这个项目要办的手续。</source>
        <translation>No procedures yet. Make the checklist from templates in one step.</translation>
    </message>
    <message>
        <source>需办 {needed} 件，已办结 {done} 件，办结率 {percent}</source>
        <translation>{needed} required, {done} done, {percent}</translation>
    </message>
    <message>
        <source>；最久的是“{name}”，卡在“{step}”{days} 天</source>
        <translation>; the longest stuck is “{name}”, at “{step}” for {days} days</translation>
    </message>
    <message>
        <source>{name}：已发 {done}/{all}</source>
        <translation>{name}: {done}/{all} issued</translation>
    </message>
    <message>
        <source>同日发证</source>
        <translation>on one day</translation>
    </message>
    <message>
        <source>不在同一天</source>
        <translation>not on one day</translation>
    </message>
    <message>
        <source>{day} 发齐，{same}</source>
        <translation>complete on {day}, {same}</translation>
    </message>
    <message>
        <source>未办结 {names}</source>
        <translation>not done: {names}</translation>
    </message>
    <message>
        <source>清单中没有 {names}</source>
        <translation>not in the checklist: {names}</translation>
    </message>
    <message>
        <source>{day} 拿地（{step}）</source>
        <translation>land on {day} ({step})</translation>
    </message>
    <message>
        <source>，{days} 天后开工</source>
        <translation>, start {days} days later</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>无需办理</source>
        <translation>Not required</translation>
    </message>
    <message>
        <source>理由（写明依据）</source>
        <translation>Reason (with its grounds)</translation>
    </message>
    <message>
        <source>新环节</source>
        <translation>New step</translation>
    </message>
    <message>
        <source>新环节{n}</source>
        <translation>New step {n}</translation>
    </message>
    <message>
        <source>{what}。按 Ctrl+Z 可恢复</source>
        <translation>{what}. Ctrl+Z brings it back</translation>
    </message>
    <message>
        <source>“{text}”不是日期</source>
        <translation>“{text}” is not a date</translation>
    </message>
</context>
<context>
    <name>ChecklistTable</name>
    <message>
        <source>手续清单</source>
        <translation>Checklist</translation>
    </message>
</context>
<context>
    <name>ChildTab</name>
    <message>
        <source>新增</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>新增{what}</source>
        <translation>Add {what}</translation>
    </message>
    <message>
        <source>删除{what}</source>
        <translation>Delete {what}</translation>
    </message>
    <message>
        <source>尚无{what}</source>
        <translation>No {what} yet</translation>
    </message>
    <message>
        <source>共 {count} 条，显示最近 {most} 条</source>
        <translation>{count} in all, latest {most} shown</translation>
    </message>
    <message>
        <source>共 {count} 条</source>
        <translation>{count} in all</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>手续</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>新手续</source>
        <translation>New procedure</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>新问题</source>
        <translation>New problem</translation>
    </message>
    <message>
        <source>删除选中的一行，可撤销（{key}）</source>
        <translation>Delete the selected row; can be undone ({key})</translation>
    </message>
    <message>
        <source>新增一行（Insert）</source>
        <translation>Add a row (Insert)</translation>
    </message>
    <message>
        <source>{what}。按 Ctrl+Z 可恢复</source>
        <translation>{what}. Ctrl+Z brings it back</translation>
    </message>
    <message>
        <source>到{page}</source>
        <translation>To {page}</translation>
    </message>
    <message>
        <source>在“{page}”页中打开</source>
        <translation>Open on the page “{page}”</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestones</translation>
    </message>
    <message>
        <source>新节点</source>
        <translation>New milestone</translation>
    </message>
    <message>
        <source>责任</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>未记任期；现任见“资料”</source>
        <translation>No terms noted; who answers now stands under “Data”</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>新督办事项</source>
        <translation>New matter under supervision</translation>
    </message>
    <message>
        <source>走访</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>代办</source>
        <translation>Agency cases</translation>
    </message>
    <message>
        <source>新事项</source>
        <translation>New matter</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Commitments</translation>
    </message>
    <message>
        <source>新承诺事项</source>
        <translation>New commitment</translation>
    </message>
</context>
<context>
    <name>ChildTable</name>
    <message>
        <source>此项沿革	{key}</source>
        <translation>History of this value	{key}</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{text}（点击修改，点 × 或按 Delete 取消）</source>
        <translation>{text} (click to change, × or Delete to remove)</translation>
    </message>
    <message>
        <source>筛选：{text}</source>
        <translation>Filter: {text}</translation>
    </message>
</context>
<context>
    <name>ColumnDialog</name>
    <message>
        <source>栏目设置：{name}</source>
        <translation>Columns: {name}</translation>
    </message>
    <message>
        <source>查找栏目</source>
        <translation>Find a column</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source> 像素</source>
        <translation> pixels</translation>
    </message>
    <message>
        <source> 栏</source>
        <translation> columns</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Defaults</translation>
    </message>
    <message>
        <source>应用栏目设置</source>
        <translation>Apply columns</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>此栏宽度</source>
        <translation>Width of this column</translation>
    </message>
    <message>
        <source>左侧冻结</source>
        <translation>Frozen at the left</translation>
    </message>
    <message>
        <source>空格勾选或取消，拖动或 Ctrl+↑↓ 调整次序</source>
        <translation>Space ticks or unticks; drag or Ctrl+↑↓ to reorder</translation>
    </message>
</context>
<context>
    <name>ColumnLayout</name>
    <message>
        <source>隐藏“{column}”</source>
        <translation>Hide “{column}”</translation>
    </message>
    <message>
        <source>冻结到“{column}”</source>
        <translation>Freeze up to “{column}”</translation>
    </message>
    <message>
        <source>取消冻结</source>
        <translation>Unfreeze</translation>
    </message>
    <message>
        <source>移动“{column}”</source>
        <translation>Move “{column}”</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>升序</source>
        <translation>Ascending</translation>
    </message>
    <message>
        <source>降序</source>
        <translation>Descending</translation>
    </message>
    <message>
        <source>取消排序</source>
        <translation>No sorting</translation>
    </message>
    <message>
        <source>筛选…	Ctrl+Shift+L</source>
        <translation>Filter…	Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>取消此栏筛选</source>
        <translation>Remove this column&apos;s filter</translation>
    </message>
    <message>
        <source>按此栏分组</source>
        <translation>Group by this column</translation>
    </message>
    <message>
        <source>隐藏此栏</source>
        <translation>Hide this column</translation>
    </message>
    <message>
        <source>冻结到此栏</source>
        <translation>Freeze up to this column</translation>
    </message>
    <message>
        <source>取消冻结</source>
        <translation>Unfreeze</translation>
    </message>
    <message>
        <source>栏目设置…	Alt+C</source>
        <translation>Columns…	Alt+C</translation>
    </message>
</context>
<context>
    <name>CompletionCard</name>
    <message>
        <source>手续办结率</source>
        <translation>Completion rate of procedures</translation>
    </message>
    <message>
        <source>需办手续的项目</source>
        <translation>Projects that need procedures</translation>
    </message>
    <message>
        <source>有手续未办结的项目</source>
        <translation>Projects with pending procedures</translation>
    </message>
    <message>
        <source>{label}
口径：已办结件数÷需办件数，无需办理的不计入
涉及 {n} 个项目
{scope}</source>
        <translation>{label}
Basis: done ÷ required; those not required are left out
{n} projects concerned
{scope}</translation>
    </message>
    <message>
        <source> 件</source>
        <translation> items</translation>
    </message>
    <message>
        <source>涉及项目 </source>
        <translation>Projects concerned </translation>
    </message>
    <message>
        <source> 个</source>
        <translation> projects</translation>
    </message>
    <message>
        <source>未办结 </source>
        <translation>Pending </translation>
    </message>
    <message>
        <source> 件，涉及 </source>
        <translation> items in </translation>
    </message>
    <message>
        <source> 个项目</source>
        <translation> projects</translation>
    </message>
</context>
<context>
    <name>DayBox</name>
    <message>
        <source>可写 2024-03-31、2024.3、2024年3月；Alt+↓ 打开日历</source>
        <translation>Write 2024-03-31, 2024.3 or 2024年3月; Alt+↓ opens the calendar</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>上月末</source>
        <translation>End of last month</translation>
    </message>
</context>
<context>
    <name>DeletedModel</name>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>一并删除</source>
        <translation>Deleted with it</translation>
    </message>
    <message>
        <source>删除时间</source>
        <translation>Deleted at</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Officer</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>台账文件已检查：完好</source>
        <translation>Ledger file checked: sound</translation>
    </message>
    <message>
        <source>此后的改动记“{who}”</source>
        <translation>Later changes carry “{who}”</translation>
    </message>
    <message>
        <source>所看的批次或开发区已不在台账中，改为全部</source>
        <translation>The batch or zone looked at is no longer in the ledger: showing all</translation>
    </message>
    <message>
        <source>“{text}”没有写年份，记为 {day}</source>
        <translation>“{text}” names no year; taken as {day}</translation>
    </message>
    <message>
        <source>正在撤销…</source>
        <translation>Undoing…</translation>
    </message>
    <message>
        <source>正在重做…</source>
        <translation>Redoing…</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>存入附件</source>
        <translation>Add attachment</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>另一项工作正在进行，请稍后再存入附件</source>
        <translation>Something else is running; add the attachment later</translation>
    </message>
    <message>
        <source>没有能打开“{name}”的程序，可另存后再处理</source>
        <translation>No program opens “{name}”; save it and go on from there</translation>
    </message>
    <message>
        <source>附件另存为</source>
        <translation>Save attachment as</translation>
    </message>
    <message>
        <source>附件已另存到 {path}</source>
        <translation>Attachment saved to {path}</translation>
    </message>
</context>
<context>
    <name>DoneLine</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open its folder</translation>
    </message>
</context>
<context>
    <name>DoubtsModel</name>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>需要确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>您的选择</source>
        <translation>Your choice</translation>
    </message>
    <message>
        <source>未选择（这一行暂不导入）</source>
        <translation>Not chosen (this row is left out for now)</translation>
    </message>
    <message>
        <source>未选择（这一格不改）</source>
        <translation>Not chosen (this cell stays)</translation>
    </message>
    <message>
        <source>台账的值是人工录入的</source>
        <translation>The ledger&apos;s value was entered by hand</translation>
    </message>
    <message>
        <source>文件内前后不一致</source>
        <translation>The file contradicts itself</translation>
    </message>
    <message>
        <source>项目标识不一致</source>
        <translation>The project&apos;s identity differs</translation>
    </message>
    <message>
        <source>与列入批次时的数不一致</source>
        <translation>Differs from the amount at listing</translation>
    </message>
    <message>
        <source>{field}：台账为“{ours}”，文件为“{theirs}”（{reason}）</source>
        <translation>{field}: ledger “{ours}”, file “{theirs}” ({reason})</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>保留台账：{value}</source>
        <translation>Keep the ledger&apos;s: {value}</translation>
    </message>
    <message>
        <source>采用文件：{value}</source>
        <translation>Take the file&apos;s: {value}</translation>
    </message>
    <message>
        <source>{sheet} {row}行</source>
        <translation>{sheet} row {row}</translation>
    </message>
    <message>
        <source>三未清单不是这一栏的依据</source>
        <translation>The stuck list is not the basis of this column</translation>
    </message>
    <message>
        <source>{field}：文件前一行为“{ours}”，后一行为“{theirs}”（{reason}）</source>
        <translation>{field}: an earlier row of the file says “{ours}”, a later one “{theirs}” ({reason})</translation>
    </message>
    <message>
        <source>采用前一行：{value}</source>
        <translation>Take the earlier row: {value}</translation>
    </message>
    <message>
        <source>采用后一行：{value}</source>
        <translation>Take the later row: {value}</translation>
    </message>
</context>
<context>
    <name>DoubtsTab</name>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>没有需要确认的内容。</source>
        <translation>Nothing to confirm.</translation>
    </message>
    <message>
        <source>{where}&#x3000;{text}</source>
        <translation>{where}  {text}</translation>
    </message>
    <message>
        <source>{n}  {label}</source>
        <translation>{n}  {label}</translation>
    </message>
    <message>
        <source>撤回选择</source>
        <translation>Take the choice back</translation>
    </message>
    <message>
        <source>其余冲突全部保留台账</source>
        <translation>Keep the ledger&apos;s in all other conflicts</translation>
    </message>
    <message>
        <source>其余冲突全部采用文件</source>
        <translation>Take the file&apos;s in all other conflicts</translation>
    </message>
    <message>
        <source>{n}  这一条和其余 {rest} 条同类的全部：{label}</source>
        <translation>{n}  This one and the other {rest} of its kind, all: {label}</translation>
    </message>
</context>
<context>
    <name>DueTab</name>
    <message>
        <source>选中一项例行工作，可在此记为完成。</source>
        <translation>Choose a duty to mark it done here.</translation>
    </message>
    <message>
        <source>建立常用例行工作</source>
        <translation>Add the usual duties</translation>
    </message>
    <message>
        <source>周例会、旬复盘、报送截止、月通报、季通报、半年观摩、一年述职；日期可在“设置”中修改</source>
        <translation>Weekly meeting, ten-day review, reporting deadline, monthly and quarterly bulletin, half-yearly visit, yearly report; their days can be changed in the settings</translation>
    </message>
    <message>
        <source>例行工作设置</source>
        <translation>Duties…</translation>
    </message>
    <message>
        <source>选中的已经完成。取消完成请按 Del</source>
        <translation>These are done. Press Del to take that back</translation>
    </message>
    <message>
        <source>{name}（{period}）何时完成</source>
        <translation>When was {name} ({period}) done</translation>
    </message>
    <message>
        <source>完成日期</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>请写明完成日期</source>
        <translation>Enter the day it was done</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>可不填</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>记为完成</source>
        <translation>Mark done</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>选中的记为今天完成，也可按 Enter</source>
        <translation>Mark the selected ones done today; Enter does the same</translation>
    </message>
    <message>
        <source>注明日期</source>
        <translation>With day</translation>
    </message>
    <message>
        <source>写明完成日期和说明</source>
        <translation>Say when it was done, and a note</translation>
    </message>
    <message>
        <source>取消完成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>选中的恢复为未完成，也可按 Del</source>
        <translation>The selected ones are not done; Del does the same</translation>
    </message>
    <message>
        <source>召开“{name}”即为完成</source>
        <translation>Done by holding “{name}”</translation>
    </message>
    <message>
        <source>应完成</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>形成材料</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>By</translation>
    </message>
    <message>
        <source>（最长 {n} 天）</source>
        <translation> (longest {n} days)</translation>
    </message>
    <message>
        <source>今天到期 {n} 项</source>
        <translation>{n} due today</translation>
    </message>
    <message>
        <source>本周内 {n} 项</source>
        <translation>{n} more this week</translation>
    </message>
    <message>
        <source>逾期未办 {n} 项</source>
        <translation>{n} overdue</translation>
    </message>
    <message>
        <source>已完成 {n} 项</source>
        <translation>{n} done</translation>
    </message>
</context>
<context>
    <name>DutiesPage</name>
    <message>
        <source>选中一个问题，在此办理。
按 Insert 提出新问题。</source>
        <translation>Select a problem to work on it here.
Insert raises a new one.</translation>
    </message>
    <message>
        <source>选中一件督办，在此办理。
按 Insert 下发督办。</source>
        <translation>Select a matter to work on it here.
Insert issues a new one.</translation>
    </message>
    <message>
        <source>选中一个项目，在此明确责任。</source>
        <translation>Select a project to assign duties here.</translation>
    </message>
    <message>
        <source>明确责任</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>未销号 {open}，逾期 {late}；当日响应率 {rate}（{above}/{below}）</source>
        <translation>Open {open}, overdue {late}; answered on the same day {rate} ({above}/{below})</translation>
    </message>
    <message>
        <source>{role}覆盖率 {rate}（{above}/{below}）</source>
        <translation>{role}: {rate} covered ({above}/{below})</translation>
    </message>
    <message>
        <source>未销号 {open}，逾期 {late}；累计催办 {urged} 次</source>
        <translation>Open {open}, overdue {late}; urged {urged} times</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>{n} people</translation>
    </message>
    <message>
        <source>；最多的是{name}，在办 {n} 个项目</source>
        <translation>; most: {name}, {n} running projects</translation>
    </message>
</context>
<context>
    <name>DutyBook</name>
    <message>
        <source>，其中储备 {n} 个不计入覆盖率</source>
        <translation>, {n} of them in reserve and not in the coverage</translation>
    </message>
</context>
<context>
    <name>DutyCases</name>
    <message>
        <source>明确责任</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>写明谁担任什么职责、从哪天起</source>
        <translation>Say who has which role from which day</translation>
    </message>
    <message>
        <source>接任</source>
        <translation>Succeed</translation>
    </message>
    <message>
        <source>由新的人接替现任，现任于前一日结束</source>
        <translation>Somebody new takes over; those in office end on the day before</translation>
    </message>
    <message>
        <source>结束任职</source>
        <translation>End term</translation>
    </message>
    <message>
        <source>选中的人任职到哪天为止</source>
        <translation>The last day of the person selected</translation>
    </message>
    <message>
        <source>删除任职</source>
        <translation>Delete term</translation>
    </message>
    <message>
        <source>删除选中的一条误记的任职，可撤销</source>
        <translation>Delete a term entered by mistake; can be undone</translation>
    </message>
    <message>
        <source>缺{roles}</source>
        <translation>Missing: {roles}</translation>
    </message>
    <message>
        <source>包联领导、服务专员已落实</source>
        <translation>Sponsor and service officer named</translation>
    </message>
    <message>
        <source>储备项目</source>
        <translation>Reserve project</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>请先在任职起止表中选中一位现任</source>
        <translation>First select somebody in office in the table of terms</translation>
    </message>
    <message>
        <source>{who}不再任{role}</source>
        <translation>{who} is {role} no longer</translation>
    </message>
    <message>
        <source>最后一日</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>请写明日期</source>
        <translation>Write the date</translation>
    </message>
    <message>
        <source>请先在任职起止表中选中要删除的一条</source>
        <translation>First select the term to delete in the table of terms</translation>
    </message>
    <message>
        <source>职责</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>请写明职责</source>
        <translation>Write the role</translation>
    </message>
    <message>
        <source>姓名或单位</source>
        <translation>Name or unit</translation>
    </message>
    <message>
        <source>请写明姓名或单位</source>
        <translation>Write the name or unit</translation>
    </message>
    <message>
        <source>单位及职务</source>
        <translation>Unit and post</translation>
    </message>
    <message>
        <source>可不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>起始日</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止（最后一日，可不填）</source>
        <translation>Until (last day, optional)</translation>
    </message>
    <message>
        <source>接任：现任于起始日的前一日结束</source>
        <translation>Succeed: those in office end on the day before</translation>
    </message>
    <message>
        <source>明确责任：与现任（如有）同时担任</source>
        <translation>Assign: beside those in office, if any</translation>
    </message>
</context>
<context>
    <name>EmptyHint</name>
    <message>
        <source>没有符合条件的项目。{all}</source>
        <translation>No project fits. {all}</translation>
    </message>
    <message>
        <source>台账里还没有项目。&lt;br&gt;&lt;br&gt;{import_} 或 {new}（Ctrl+N）</source>
        <translation>No project in the ledger yet.&lt;br&gt;&lt;br&gt;{import_} or {new} (Ctrl+N)</translation>
    </message>
    <message>
        <source>台账里还没有项目。</source>
        <translation>No project in the ledger yet.</translation>
    </message>
    <message>
        <source>取消全部筛选</source>
        <translation>Remove all filters</translation>
    </message>
    <message>
        <source>导入现有工作簿</source>
        <translation>Import an existing workbook</translation>
    </message>
    <message>
        <source>新增项目</source>
        <translation>Add a project</translation>
    </message>
    <message>
        <source>当前筛选内没有找到。{words}（回车），或 {all}</source>
        <translation>Nothing found within the filters. {words} (Enter), or {all}</translation>
    </message>
    <message>
        <source>在全部项目中找到 {n} 个</source>
        <translation>{n} found among all projects</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>取消（Esc）</source>
        <translation>Cancel (Esc)</translation>
    </message>
    <message>
        <source>这里填写的内容还没有办：请按“{verb}”，或按 Esc 放弃</source>
        <translation>What is written here is not done yet: press “{verb}”, or Esc to give it up</translation>
    </message>
    <message>
        <source>“{text}”不是日期，请写成 2024-03-31 的形式</source>
        <translation>“{text}” is no date; write it like 2024-03-31</translation>
    </message>
    <message>
        <source>“{text}”像是日期，请核对{label}</source>
        <translation>“{text}” looks like a date; please check {label}</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>一次导入一个文件，先读取“{file}”。</source>
        <translation>One file at a time: “{file}” is read first.</translation>
    </message>
    <message>
        <source>文件未列的项目</source>
        <translation>Projects the file does not list</translation>
    </message>
    <message>
        <source>工作簿 ({kinds})</source>
        <translation>Workbooks ({kinds})</translation>
    </message>
    <message>
        <source>导入文件</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>正在读取“{file}”…</source>
        <translation>Reading “{file}”…</translation>
    </message>
    <message>
        <source>打开口令</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>已取消读取，台账未改动。</source>
        <translation>Reading cancelled; the ledger is unchanged.</translation>
    </message>
    <message>
        <source>“{file}”与台账一致，没有变化。</source>
        <translation>“{file}” agrees with the ledger; nothing to change.</translation>
    </message>
    <message>
        <source>撤销本次导入</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>查看改动</source>
        <translation>See the changes</translation>
    </message>
    <message>
        <source>已撤销：{label}。台账恢复到导入之前。</source>
        <translation>Undone: {label}. The ledger is as before the import.</translation>
    </message>
    <message>
        <source>{label}{day}.xlsx</source>
        <translation>{label}{day}.xlsx</translation>
    </message>
    <message>
        <source>导出台账</source>
        <translation>Export the ledger</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>已取消导出，没有写文件。</source>
        <translation>Export cancelled; no file was written.</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>已{label}。撤销只收回这次导入，之后的修改保留。</source>
        <translation>Done: {label}. Undoing takes back this import only; later changes stay.</translation>
    </message>
    <message>
        <source>新增 {n} 个项目未列入任何批次，不计入三率，请在项目台账中补列批次。</source>
        <translation>{n} new projects are in no batch and do not count in the rates; list them in the ledger.</translation>
    </message>
    <message>
        <source>已导出 {n} 个项目（{rows} 行）：{path}</source>
        <translation>Exported {n} projects ({rows} rows): {path}</translation>
    </message>
</context>
<context>
    <name>FacetButton</name>
    <message>
        <source>按{label}筛选</source>
        <translation>Filter by {label}</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>此项沿革	{key}</source>
        <translation>History of this value	{key}</translation>
    </message>
    <message>
        <source>按原文保留，格式不符，请核对后改正</source>
        <translation>Kept as typed; it does not fit the field, please check and correct</translation>
    </message>
    <message>
        <source>本阶段应填</source>
        <translation>To be filled at this stage</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>取消全部筛选</source>
        <translation>Remove all filters</translation>
    </message>
    <message>
        <source>搜索名称、单位、代码、拼音首字母</source>
        <translation>Search names, companies, codes, pinyin initials</translation>
    </message>
    <message>
        <source>搜索项目</source>
        <translation>Search projects</translation>
    </message>
    <message>
        <source>Ctrl+F 到这里；输入“bszg”可找到“百胜中国”</source>
        <translation>Ctrl+F comes here; “bszg” finds 百胜中国</translation>
    </message>
    <message>
        <source>其他栏目</source>
        <translation>Other columns</translation>
    </message>
    <message>
        <source>按任一栏目筛选；在表格中按 Ctrl+Shift+L 筛选当前栏</source>
        <translation>Filter by any column; in the table Ctrl+Shift+L filters the current one</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>在值中查找</source>
        <translation>Find among the values</translation>
    </message>
    <message>
        <source>全部显示</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>{column}的条件</source>
        <translation>Condition on {column}</translation>
    </message>
    <message>
        <source>从</source>
        <translation>from</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>另有 {count} 种，请在上面查找</source>
        <translation>{count} more; search for them above</translation>
    </message>
    <message>
        <source>条件：2024-03~2024-06、本月、空</source>
        <translation>Condition: 2024-03~2024-06, 本月, 空</translation>
    </message>
    <message>
        <source>条件：*冷链*、!=新能源、空</source>
        <translation>Condition: *冷链*, !=新能源, 空</translation>
    </message>
    <message>
        <source>条件：&gt;=5000、5000~8000、空</source>
        <translation>Condition: &gt;=5000, 5000~8000, 空</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>FindReplace</name>
    <message>
        <source>查找和替换</source>
        <translation>Find and replace</translation>
    </message>
    <message>
        <source>查找内容</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>留空则删去查到的文字</source>
        <translation>Empty: what is found is removed</translation>
    </message>
    <message>
        <source>查找范围</source>
        <translation>Where to look</translation>
    </message>
    <message>
        <source>区分大小写</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>单元格内容全部相符</source>
        <translation>Whole cells only</translation>
    </message>
    <message>
        <source>正则表达式</source>
        <translation>Regular expression</translation>
    </message>
    <message>
        <source>替换内容中用 $1、$2 表示括号里查到的文字</source>
        <translation>In the replacement, $1 and $2 stand for what the brackets found</translation>
    </message>
    <message>
        <source>查到的单元格</source>
        <translation>Cells found</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>请填写要查找的内容。空格键勾选或取消一行。</source>
        <translation>Type what to look for. The space bar ticks a row.</translation>
    </message>
    <message>
        <source>查到 {found} 处，勾选 {count} 处</source>
        <translation>{found} found, {count} ticked</translation>
    </message>
    <message>
        <source>；{count} 处替换后不合规定，将按原文保留待核</source>
        <translation>; {count} would not fit their field and be kept as typed</translation>
    </message>
    <message>
        <source>替换 {count} 处</source>
        <translation>Replace {count}</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message>
        <source>{label}（所改的 {count} 个项目被筛选掉或已收起，当前未显示）</source>
        <translation>{label} (the {count} projects it changed are filtered out or folded, not shown now)</translation>
    </message>
    <message>
        <source>{label}（所改的栏目“{names}”当前未显示）</source>
        <translation>{label} (the column “{names}” it changed is not shown now)</translation>
    </message>
</context>
<context>
    <name>GridKeys</name>
    <message>
        <source>表格：移动</source>
        <translation>Table: moving</translation>
    </message>
    <message>
        <source>表格：选择</source>
        <translation>Table: selecting</translation>
    </message>
    <message>
        <source>表格：录入</source>
        <translation>Table: typing</translation>
    </message>
    <message>
        <source>表格：复制与填充</source>
        <translation>Table: copying and filling</translation>
    </message>
    <message>
        <source>上移一行</source>
        <translation>Up a row</translation>
    </message>
    <message>
        <source>下移一行</source>
        <translation>Down a row</translation>
    </message>
    <message>
        <source>左移一栏</source>
        <translation>Left a column</translation>
    </message>
    <message>
        <source>右移一栏</source>
        <translation>Right a column</translation>
    </message>
    <message>
        <source>下一行；连按 Tab 后回到起始栏</source>
        <translation>Next row; after Tabs, back to the column begun in</translation>
    </message>
    <message>
        <source>上一行</source>
        <translation>Previous row</translation>
    </message>
    <message>
        <source>右边一栏</source>
        <translation>Column at the right</translation>
    </message>
    <message>
        <source>左边一栏</source>
        <translation>Column at the left</translation>
    </message>
    <message>
        <source>到上方数据边缘</source>
        <translation>To the edge of the data above</translation>
    </message>
    <message>
        <source>到下方数据边缘</source>
        <translation>To the edge of the data below</translation>
    </message>
    <message>
        <source>到左侧数据边缘</source>
        <translation>To the edge of the data at the left</translation>
    </message>
    <message>
        <source>到右侧数据边缘</source>
        <translation>To the edge of the data at the right</translation>
    </message>
    <message>
        <source>本行第一栏</source>
        <translation>First column of the row</translation>
    </message>
    <message>
        <source>本行最后一栏</source>
        <translation>Last column of the row</translation>
    </message>
    <message>
        <source>第一行第一栏</source>
        <translation>First row, first column</translation>
    </message>
    <message>
        <source>最后一行最后一栏</source>
        <translation>Last row, last column</translation>
    </message>
    <message>
        <source>上翻一屏</source>
        <translation>Up a screen</translation>
    </message>
    <message>
        <source>下翻一屏</source>
        <translation>Down a screen</translation>
    </message>
    <message>
        <source>向上扩选</source>
        <translation>Extend the selection up</translation>
    </message>
    <message>
        <source>向下扩选</source>
        <translation>Extend the selection down</translation>
    </message>
    <message>
        <source>向左扩选</source>
        <translation>Extend the selection left</translation>
    </message>
    <message>
        <source>向右扩选</source>
        <translation>Extend the selection right</translation>
    </message>
    <message>
        <source>扩选到上方数据边缘</source>
        <translation>Extend to the edge of the data above</translation>
    </message>
    <message>
        <source>扩选到下方数据边缘</source>
        <translation>Extend to the edge of the data below</translation>
    </message>
    <message>
        <source>扩选到左侧数据边缘</source>
        <translation>Extend to the edge of the data at the left</translation>
    </message>
    <message>
        <source>扩选到右侧数据边缘</source>
        <translation>Extend to the edge of the data at the right</translation>
    </message>
    <message>
        <source>扩选到第一栏</source>
        <translation>Extend to the first column</translation>
    </message>
    <message>
        <source>扩选到最后一栏</source>
        <translation>Extend to the last column</translation>
    </message>
    <message>
        <source>扩选到第一格</source>
        <translation>Extend to the first cell</translation>
    </message>
    <message>
        <source>扩选到最后一格</source>
        <translation>Extend to the last cell</translation>
    </message>
    <message>
        <source>向上扩选一屏</source>
        <translation>Extend up a screen</translation>
    </message>
    <message>
        <source>向下扩选一屏</source>
        <translation>Extend down a screen</translation>
    </message>
    <message>
        <source>全选（只含显示的行和栏）</source>
        <translation>Select everything shown</translation>
    </message>
    <message>
        <source>选中整栏</source>
        <translation>Select whole columns</translation>
    </message>
    <message>
        <source>选中整行</source>
        <translation>Select whole rows</translation>
    </message>
    <message>
        <source>修改单元格</source>
        <translation>Change the cell</translation>
    </message>
    <message>
        <source>清空单元格并开始录入</source>
        <translation>Clear the cell and type</translation>
    </message>
    <message>
        <source>清空选中的单元格</source>
        <translation>Clear the selected cells</translation>
    </message>
    <message>
        <source>打开可选值列表</source>
        <translation>Open the list of values</translation>
    </message>
    <message>
        <source>录入今天的日期</source>
        <translation>Enter today&apos;s date</translation>
    </message>
    <message>
        <source>录入上一行的值</source>
        <translation>Enter the value of the row above</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>向下填充</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>向右填充</source>
        <translation>Fill right</translation>
    </message>
    <message>
        <source>取消剪切</source>
        <translation>Give the cut up</translation>
    </message>
    <message>
        <source>编辑时：录入的值填入所有选中的单元格</source>
        <translation>While typing: put the value into all selected cells</translation>
    </message>
    <message>
        <source>编辑时：长文本换行</source>
        <translation>While typing: new line in a long text</translation>
    </message>
    <message>
        <source>编辑时：切换方向键是移动光标还是离开单元格</source>
        <translation>While typing: arrows move in the text, or leave the cell</translation>
    </message>
</context>
<context>
    <name>GroupButton</name>
    <message>
        <source>按某一栏分组，各组有个数和小计（Alt+G）</source>
        <translation>Group by a column, with counts and subtotals (Alt+G)</translation>
    </message>
    <message>
        <source>不分组</source>
        <translation>No grouping</translation>
    </message>
    <message>
        <source>全部收起</source>
        <translation>Fold all</translation>
    </message>
    <message>
        <source>全部展开</source>
        <translation>Unfold all</translation>
    </message>
    <message>
        <source>按{column}分组</source>
        <translation>Group by {column}</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Groups</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>操作记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>此步的改动</source>
        <translation>Changes of this step</translation>
    </message>
    <message>
        <source>撤销此步</source>
        <translation>Undo this step</translation>
    </message>
    <message>
        <source>回到此步</source>
        <translation>Back to this step</translation>
    </message>
    <message>
        <source>每一步都可查、可撤销；重新打开台账后仍在</source>
        <translation>Every step can be looked up and undone, also after reopening the ledger</translation>
    </message>
    <message>
        <source>还没有任何改动。录入、导入之后，每一步都会列在这里。</source>
        <translation>No change yet. Every step is listed here once you enter or import something.</translation>
    </message>
    <message>
        <source>{label}（{rows} 行）</source>
        <translation>{label} ({rows} rows)</translation>
    </message>
    <message>
        <source>回到此步（撤销此后 {n} 步）</source>
        <translation>Back to this step (undo the {n} after it)</translation>
    </message>
    <message>
        <source>共 {n} 步</source>
        <translation>{n} steps</translation>
    </message>
    <message>
        <source>已列出最近 {n} 步，向下滚动继续</source>
        <translation>The latest {n} steps; scroll down for more</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>修改记录</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>看全部记录</source>
        <translation>All changes</translation>
    </message>
    <message>
        <source>查看哪一天的情况</source>
        <translation>As it stood on which day</translation>
    </message>
    <message>
        <source>看当日情况</source>
        <translation>See that day</translation>
    </message>
    <message>
        <source>整条记录在这一天结束时的样子，只读</source>
        <translation>The whole record as it stood at the end of that day, read-only</translation>
    </message>
    <message>
        <source>回到修改记录</source>
        <translation>Back to the changes</translation>
    </message>
    <message>
        <source>只看“{label}”，点此看全部</source>
        <translation>Only “{label}”; click for all</translation>
    </message>
    <message>
        <source>此项没有改动过</source>
        <translation>This value has never changed</translation>
    </message>
    <message>
        <source>尚无修改记录</source>
        <translation>No change yet</translation>
    </message>
    <message>
        <source>{day} 当日，台账中还没有这个项目。请选更晚的日期。</source>
        <translation>On {day} this project was not in the ledger yet. Choose a later day.</translation>
    </message>
    <message>
        <source>{day} 当日结束时的记录（只读），与现在有 {count} 处不同，已标出。</source>
        <translation>The record at the end of {day} (read-only); the {count} values that differ from now are marked.</translation>
    </message>
    <message>
        <source>{day} 当日结束时的记录（只读），与现在完全相同。</source>
        <translation>The record at the end of {day} (read-only), the same as now.</translation>
    </message>
</context>
<context>
    <name>HolidaysSection</name>
    <message>
        <source>程序自带到 {year} 年的放假调休安排。以后各年公布后在此补登，登到国庆节为止算作齐全；本地另有规定的也登在这里，以此为准。</source>
        <translation>Public holidays up to {year} come with the program. Enter later years here once they are published; a year counts as known when entered up to National Day. Local days off go here too and come first.</translation>
    </message>
    <message>
        <source>登记这几天</source>
        <translation>Enter these days</translation>
    </message>
    <message>
        <source>{years} 年的放假安排还没有，涉及这些日子的工作日只扣除周六、周日</source>
        <translation>The holidays of {years} are not known yet; only Saturdays and Sundays are taken off there</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>按</source>
        <translation>As</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>如：国庆节</source>
        <translation>e.g. National Day</translation>
    </message>
    <message>
        <source>还没有另外登记的日子。程序自带的安排不列在这里。</source>
        <translation>No days of the office&apos;s own yet. Those that come with the program are not listed.</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>正在按您的选择重新比对…</source>
        <translation>Comparing anew by your choices…</translation>
    </message>
    <message>
        <source>正在读取 {file}</source>
        <translation>Reading {file}</translation>
    </message>
    <message>
        <source>正在导入“{file}”…</source>
        <translation>Importing “{file}”…</translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>先把现在的台账另存为备份，再整体替换；可再恢复回来</source>
        <translation>The present ledger is first kept as a backup, then replaced as a whole; it can be restored again</translation>
    </message>
    <message>
        <source>选中一个备份，按回车或“查看内容”，先看里面有什么、与现在的台账差多少，再决定是否恢复。</source>
        <translation>Choose a backup and press Enter or “Look inside”: see what it holds and how it differs before deciding to restore.</translation>
    </message>
    <message>
        <source>{name} 的备份，核验完好：{projects} 个项目，{steps} 步操作记录。</source>
        <translation>Backup of {name}, verified: {projects} projects, {steps} recorded steps.</translation>
    </message>
    <message>
        <source>此后台账新增项目 {added} 个、删除 {removed} 个、修改 {changed} 个。</source>
        <translation>Since then {added} projects were added to the ledger, {removed} removed, {changed} changed.</translation>
    </message>
    <message>
        <source>与现在的台账内容相同。</source>
        <translation>Same contents as the present ledger.</translation>
    </message>
    <message>
        <source>现在的台账比此备份</source>
        <translation>The present ledger against this backup</translation>
    </message>
    <message>
        <source>此备份之后的操作（恢复后不再有）</source>
        <translation>Steps after this backup (gone after restoring)</translation>
    </message>
    <message>
        <source>此备份里的最后几步</source>
        <translation>The last steps in this backup</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>多出</source>
        <translation>More</translation>
    </message>
    <message>
        <source>缺少</source>
        <translation>Fewer</translation>
    </message>
    <message>
        <source>改过</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>不恢复，回到备份列表</source>
        <translation>Restore nothing, back to the list of backups</translation>
    </message>
    <message>
        <source>恢复到此备份(&amp;R)</source>
        <translation>&amp;Restore this backup</translation>
    </message>
    <message>
        <source>还没有备份。按“立即备份”存一份；台账改动以后，程序也会按时自动备份。</source>
        <translation>There is no backup yet. “Back up now” makes one; once the ledger has changed, the program makes them by itself.</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>检查台账文件</source>
        <translation>Check the ledger file</translation>
    </message>
    <message>
        <source>正在备份，随后关闭…</source>
        <translation>Backing up, then closing…</translation>
    </message>
    <message>
        <source>备份台账</source>
        <translation>Back up the ledger</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>整个窗口</source>
        <translation>Whole window</translation>
    </message>
    <message>
        <source>按键一览</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>撤销上一步</source>
        <translation>Undo last step</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>打开其他台账</source>
        <translation>Open another ledger</translation>
    </message>
    <message>
        <source>到第 1 … 9 页</source>
        <translation>To page 1 … 9</translation>
    </message>
    <message>
        <source>回到上一页</source>
        <translation>Back to the previous page</translation>
    </message>
    <message>
        <source>关闭提示；停止正在进行的导入</source>
        <translation>Close the notice; stop the import going on</translation>
    </message>
    <message>
        <source>项目台账</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>新增项目</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>删除选中的项目</source>
        <translation>Delete the selected projects</translation>
    </message>
    <message>
        <source>批量修改一栏</source>
        <translation>Set one field of many projects</translation>
    </message>
    <message>
        <source>查找和替换</source>
        <translation>Find and replace</translation>
    </message>
    <message>
        <source>在台账中搜索</source>
        <translation>Search the projects</translation>
    </message>
    <message>
        <source>筛选当前栏</source>
        <translation>Filter this column</translation>
    </message>
    <message>
        <source>当前栏的菜单：排序、隐藏、冻结</source>
        <translation>Menu of this column: sort, hide, freeze</translation>
    </message>
    <message>
        <source>选择视图</source>
        <translation>Choose a view</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>栏目设置：显示、次序、宽度、冻结</source>
        <translation>Columns: shown, order, width, frozen</translation>
    </message>
    <message>
        <source>重新筛选、排序、分组</source>
        <translation>Filter, sort and group anew</translation>
    </message>
    <message>
        <source>在分组行上：收起、展开</source>
        <translation>On the head of a group: fold, open</translation>
    </message>
    <message>
        <source>在筛选标签上：取消此项筛选</source>
        <translation>On the chip of a filter: take it off</translation>
    </message>
    <message>
        <source>显示或收起项目详情</source>
        <translation>Show or fold the record</translation>
    </message>
    <message>
        <source>在搜索框、表格、详情之间轮换</source>
        <translation>Go round search, grid and record</translation>
    </message>
    <message>
        <source>详情：上一个、下一个项目</source>
        <translation>Record: previous, next project</translation>
    </message>
    <message>
        <source>详情：此栏的修改历史</source>
        <translation>Record: history of this field</translation>
    </message>
    <message>
        <source>栏目设置：上移、下移一栏</source>
        <translation>Columns: move a column up, down</translation>
    </message>
    <message>
        <source>数据交换</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>手续</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>新增手续</source>
        <translation>New procedure</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>按列出的更改导入</source>
        <translation>Import the listed changes</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>Recycle page</translation>
    </message>
    <message>
        <source>恢复选中的记录</source>
        <translation>Bring the selected records back</translation>
    </message>
    <message>
        <source>详情：下一个标签页</source>
        <translation>Details: next tab</translation>
    </message>
    <message>
        <source>详情：上一个标签页</source>
        <translation>Details: previous tab</translation>
    </message>
    <message>
        <source>详情的表中：新增一行</source>
        <translation>In a table of the details: add a row</translation>
    </message>
    <message>
        <source>详情的表中：删除当前行</source>
        <translation>In a table of the details: delete the current row</translation>
    </message>
    <message>
        <source>详情：回到表格</source>
        <translation>Details: back to the table</translation>
    </message>
    <message>
        <source>备份与恢复</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>三未</source>
        <translation>Stuck projects</translation>
    </message>
    <message>
        <source>重新筛选、排序</source>
        <translation>Filter and sort anew</translation>
    </message>
    <message>
        <source>恢复到查看的备份</source>
        <translation>Restore the backup looked into</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>新增一行</source>
        <translation>Add a row</translation>
    </message>
    <message>
        <source>删除选中的行</source>
        <translation>Delete the selected rows</translation>
    </message>
    <message>
        <source>清空选中的格；在不能修改的栏上：删除该行</source>
        <translation>Empty the selected cells; on a column that cannot be changed: delete the row</translation>
    </message>
    <message>
        <source>在清单中查找</source>
        <translation>Find in the list</translation>
    </message>
    <message>
        <source>粘贴；单个内容填入所有选中的格</source>
        <translation>Paste; a single text goes to all selected cells</translation>
    </message>
    <message>
        <source>填入今天的日期</source>
        <translation>Enter today’s date</translation>
    </message>
    <message>
        <source>离开表格，到下一个控件</source>
        <translation>Leave the table for the next control</translation>
    </message>
    <message>
        <source>登记停工</source>
        <translation>Register standing still</translation>
    </message>
    <message>
        <source>登记复工</source>
        <translation>Register going on</translation>
    </message>
    <message>
        <source>登记终止或调出</source>
        <translation>Register ended or moved</translation>
    </message>
    <message>
        <source>问题与责任</source>
        <translation>Problems and duties</translation>
    </message>
    <message>
        <source>提出问题；下发督办；明确责任</source>
        <translation>Raise a problem; issue supervision; assign a duty</translation>
    </message>
    <message>
        <source>问题：响应</source>
        <translation>Problem: respond</translation>
    </message>
    <message>
        <source>问题：记进展</source>
        <translation>Problem: note progress</translation>
    </message>
    <message>
        <source>问题：升级</source>
        <translation>Problem: escalate</translation>
    </message>
    <message>
        <source>问题：核验通过</source>
        <translation>Problem: verified</translation>
    </message>
    <message>
        <source>问题：下发督办</source>
        <translation>Problem: issue supervision</translation>
    </message>
    <message>
        <source>问题、督办：提请核验</source>
        <translation>Problem, supervision: ask for verification</translation>
    </message>
    <message>
        <source>问题、督办：退回</source>
        <translation>Problem, supervision: send back</translation>
    </message>
    <message>
        <source>问题、督办：销号</source>
        <translation>Problem, supervision: close out</translation>
    </message>
    <message>
        <source>督办：下发</source>
        <translation>Supervision: issue</translation>
    </message>
    <message>
        <source>督办：催办</source>
        <translation>Supervision: urge</translation>
    </message>
    <message>
        <source>督办：记反馈</source>
        <translation>Supervision: note feedback</translation>
    </message>
    <message>
        <source>督办：督办函</source>
        <translation>Supervision: letter</translation>
    </message>
    <message>
        <source>责任：明确责任</source>
        <translation>Duty: assign</translation>
    </message>
    <message>
        <source>责任：接任</source>
        <translation>Duty: succeed</translation>
    </message>
    <message>
        <source>责任：结束任职</source>
        <translation>Duty: end term</translation>
    </message>
    <message>
        <source>责任：删除误记的任职</source>
        <translation>Duty: delete a term entered by mistake</translation>
    </message>
    <message>
        <source>调度</source>
        <translation>Scheduling</translation>
    </message>
    <message>
        <source>待办：选中的记为完成</source>
        <translation>Duties: mark the selected done</translation>
    </message>
    <message>
        <source>待办：注明完成日期；议定事项：记进展</source>
        <translation>Duties: done on another day; action items: note progress</translation>
    </message>
    <message>
        <source>待办：取消完成；议定事项：重新办理</source>
        <translation>Duties: not done; action items: open again</translation>
    </message>
    <message>
        <source>议定事项：办结</source>
        <translation>Action items: close</translation>
    </message>
    <message>
        <source>会议：预览并打印会议材料</source>
        <translation>Meetings: preview and print the paper</translation>
    </message>
    <message>
        <source>会议：本次变化、会议记录、议定事项</source>
        <translation>Meetings: changes, record, action items</translation>
    </message>
    <message>
        <source>专项行动：列入项目</source>
        <translation>Campaigns: take in projects</translation>
    </message>
    <message>
        <source>专项行动：移出项目</source>
        <translation>Campaigns: take out projects</translation>
    </message>
    <message>
        <source>倒排所选项目的工期</source>
        <translation>Schedule the selected projects backwards</translation>
    </message>
    <message>
        <source>为无节点的项目倒排工期</source>
        <translation>Schedule projects without milestones backwards</translation>
    </message>
    <message>
        <source>预览并打印 A3 作战图</source>
        <translation>Preview and print the A3 map</translation>
    </message>
    <message>
        <source>设置：倒排节点</source>
        <translation>Settings: milestones</translation>
    </message>
    <message>
        <source>新增、删除节点</source>
        <translation>Add, delete a milestone</translation>
    </message>
    <message>
        <source>诉求转问题</source>
        <translation>Turn the request into a problem</translation>
    </message>
    <message>
        <source>手续清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>按模板生成清单</source>
        <translation>Make the checklist from templates</translation>
    </message>
    <message>
        <source>当前手续：登记办结</source>
        <translation>Current procedure: done</translation>
    </message>
    <message>
        <source>环节：按登记日期登记完成</source>
        <translation>Step: done on the day shown</translation>
    </message>
    <message>
        <source>不计时期间、附件：新增</source>
        <translation>Pauses, attachments: add</translation>
    </message>
    <message>
        <source>不计时期间、附件：删除</source>
        <translation>Pauses, attachments: delete</translation>
    </message>
    <message>
        <source>为当前手续存入附件</source>
        <translation>Add an attachment to the current procedure</translation>
    </message>
    <message>
        <source>附件：打开</source>
        <translation>Attachment: open</translation>
    </message>
    <message>
        <source>附件：另存为</source>
        <translation>Attachment: save as</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>亮灯规则：保存修改</source>
        <translation>Light rules: save the changes</translation>
    </message>
    <message>
        <source>导出现在显示的行</source>
        <translation>Export the rows shown</translation>
    </message>
    <message>
        <source>预览并打印现在显示的行</source>
        <translation>Preview and print the rows shown</translation>
    </message>
    <message>
        <source>工作台</source>
        <translation>Workbench</translation>
    </message>
    <message>
        <source>今日工作：到登记此事项的页面</source>
        <translation>The day&apos;s work: to the page that keeps the item</translation>
    </message>
    <message>
        <source>今日工作：打开所在项目</source>
        <translation>The day&apos;s work: open its project</translation>
    </message>
    <message>
        <source>项目菜单：到台账、手续、问题、节点、走访代办</source>
        <translation>Project menu: to ledger, procedures, problems, milestones, visits</translation>
    </message>
    <message>
        <source>在标签和表格之间轮换</source>
        <translation>Go round: tabs, table</translation>
    </message>
    <message>
        <source>本页的下一个标签页</source>
        <translation>Next tab of the page</translation>
    </message>
    <message>
        <source>本页的上一个标签页</source>
        <translation>Previous tab of the page</translation>
    </message>
    <message>
        <source>到导航中的上一页、下一页</source>
        <translation>Page before, page after in the navigation</translation>
    </message>
    <message>
        <source>到截至日期（报表：月份）</source>
        <translation>To the as-of day (on Reports: the month)</translation>
    </message>
</context>
<context>
    <name>KeysHelp</name>
    <message>
        <source>按键一览</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>输入按键或用途，如“填充”、“Ctrl+D”</source>
        <translation>A key or what it does, such as “fill”, “Ctrl+D”</translation>
    </message>
    <message>
        <source>查找按键</source>
        <translation>Find a key</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>What it does</translation>
    </message>
</context>
<context>
    <name>Landings</name>
    <message>
        <source>“{name}”在现在的截至日期和范围内没有{what}</source>
        <translation>“{name}” has no {what} within the as-of day and scope looked at</translation>
    </message>
    <message>
        <source>这里的记录</source>
        <translation>records here</translation>
    </message>
    <message>
        <source>要找的{what}不在现在的截至日期和范围内，或已删除</source>
        <translation>The {what} asked for is outside the as-of day and scope looked at, or was deleted</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>record</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>“{form}”的内容还没有写入台账。请先保存或填完，或取消填写；再关闭一次则不保存。</source>
        <translation>What stands in “{form}” is not in the ledger yet. Save or finish it, or cancel it; closing once more gives it up.</translation>
    </message>
</context>
<context>
    <name>LedgerCommands</name>
    <message>
        <source>“{label}”由其他栏目推算得出，不能直接修改</source>
        <translation>“{label}” follows from other columns and cannot be changed directly</translation>
    </message>
    <message>
        <source>新项目</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>未录入名称，已取消新增</source>
        <translation>No name was typed: the new project is taken back</translation>
    </message>
    <message>
        <source>{what}。按 Ctrl+Z 可恢复</source>
        <translation>{what}. Ctrl+Z brings it back</translation>
    </message>
</context>
<context>
    <name>LedgerGrid</name>
    <message>
        <source>项目台账表格</source>
        <translation>Table of projects</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>{sign} {count} 个 · {label}</source>
        <translation>{sign} {count} · {label}</translation>
    </message>
    <message>
        <source>已不符合当前筛选或排序，按 F5 重新整理</source>
        <translation>No longer fits the filter or sorting; F5 arranges anew</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>a date</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>an amount</translation>
    </message>
    <message>
        <source>面积</source>
        <translation>an area</translation>
    </message>
    <message>
        <source>“是”或“否”</source>
        <translation>“是” or “否”</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>a number</translation>
    </message>
    <message>
        <source>待核：按原文保留“{text}”，不是{kind}</source>
        <translation>To check: “{text}”, kept as typed, is not {kind}</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>新增项目</source>
        <translation>Add a project</translation>
    </message>
    <message>
        <source>新增项目（Ctrl+N）</source>
        <translation>Add a project (Ctrl+N)</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>删除选中的项目，可撤销（Ctrl+-）</source>
        <translation>Delete the selected projects; can be undone (Ctrl+-)</translation>
    </message>
    <message>
        <source>金额单位</source>
        <translation>Money unit</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>显示或收起右侧的项目详情（F4）</source>
        <translation>Show or fold the project&apos;s details at the right (F4)</translation>
    </message>
    <message>
        <source>批量</source>
        <translation>Bulk</translation>
    </message>
    <message>
        <source>批量修改（Ctrl+Shift+E）、查找和替换（Ctrl+H）</source>
        <translation>Bulk edit (Ctrl+Shift+E), find and replace (Ctrl+H)</translation>
    </message>
    <message>
        <source>批量修改…	Ctrl+Shift+E</source>
        <translation>Bulk edit…	Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>查找和替换…	Ctrl+H</source>
        <translation>Find and replace…	Ctrl+H</translation>
    </message>
</context>
<context>
    <name>LedgerStatus</name>
    <message>
        <source>共 {total} 个项目，显示 {shown} 个</source>
        <translation>{total} projects, {shown} shown</translation>
    </message>
    <message>
        <source>{count} 行已不符合当前筛选或排序（F5 重新整理）</source>
        <translation>{count} rows no longer fit the filter or sorting (F5 to arrange anew)</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>计数 {count}</source>
        <translation>Count {count}</translation>
    </message>
    <message>
        <source>合计 {total} {unit}</source>
        <translation>Sum {total} {unit}</translation>
    </message>
    <message>
        <source>平均 {mean} {unit}</source>
        <translation>Mean {mean} {unit}</translation>
    </message>
    <message>
        <source>已保存 {when}</source>
        <translation>Saved {when}</translation>
    </message>
    <message>
        <source>{who}（未署名）</source>
        <translation>{who} (not signed)</translation>
    </message>
</context>
<context>
    <name>LeftCells</name>
    <message>
        <source>原清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>开发区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>退出方式</source>
        <translation>How it left</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>应完成
时间</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>晚于计划
天数</source>
        <translation>Days
late</translation>
    </message>
    <message>
        <source>列入时总投资
（{unit}）</source>
        <translation>Investment when
listed ({unit})</translation>
    </message>
    <message>
        <source>包联领导</source>
        <translation>Sponsor</translation>
    </message>
    <message>
        <source>原因、说明</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>{name}
双击或回车：在项目台账中打开</source>
        <translation>{name}
Double click or Enter: open in the ledger</translation>
    </message>
</context>
<context>
    <name>LeftView</name>
    <message>
        <source>已走到下一步</source>
        <translation>Took the step</translation>
    </message>
    <message>
        <source>终止或调出</source>
        <translation>Ended or moved</translation>
    </message>
    <message>
        <source>停工不计</source>
        <translation>Standing still</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>本月退出三未的项目</source>
        <translation>Projects that left the stuck lists this month</translation>
    </message>
    <message>
        <source>{days}；更正是上月末曾计入、按现在的记录不应计入的项目</source>
        <translation>{days}; corrected: counted at the end of last month, and would not be by what is recorded now</translation>
    </message>
    <message>
        <source>本月没有项目退出三未清单</source>
        <translation>No project left the stuck lists this month</translation>
    </message>
    <message>
        <source>显示 {n} 个</source>
        <translation>{n} shown</translation>
    </message>
</context>
<context>
    <name>LightLine</name>
    <message>
        <source>亮灯原因</source>
        <translation>Why it is lit</translation>
    </message>
    <message>
        <source>另有 {n} 项亮灯</source>
        <translation>{n} more lights</translation>
    </message>
</context>
<context>
    <name>LightsSection</name>
    <message>
        <source>恢复默认</source>
        <translation>Restore the usual</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Give up the changes</translation>
    </message>
    <message>
        <source>▲ 台账中保存的规则有 {n} 处无法识别，这几处按默认值</source>
        <translation>▲ {n} entries of the rules kept in the ledger cannot be understood; the usual values stand there</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>改后</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>久未更新</source>
        <translation>Not updated</translation>
    </message>
    <message>
        <source>签约项目几天未更新</source>
        <translation>Days without an update, signed projects</translation>
    </message>
    <message>
        <source>其他项目几天未更新</source>
        <translation>Days without an update, other projects</translation>
    </message>
    <message>
        <source>签约项目超过</source>
        <translation>Signed projects after</translation>
    </message>
    <message>
        <source>天、开工和投产项目超过</source>
        <translation>days, those building or producing after</translation>
    </message>
    <message>
        <source>天没有任何更新，列入工作台“久未更新”</source>
        <translation>days without any update, are listed on the workbench under “Not updated”</translation>
    </message>
    <message>
        <source>保存修改（{key}）</source>
        <translation>Save changes ({key})</translation>
    </message>
    <message>
        <source>亮灯规则</source>
        <translation>Light rules</translation>
    </message>
    <message>
        <source>亮灯规则的修改还没有保存，仍按原规则亮灯：回到设置按 {key} 保存</source>
        <translation>The changed light rules are not saved, the old ones stand: go back to the settings and press {key}</translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>将现在显示的行导出为工作簿或 PDF（{key}）</source>
        <translation>Export the rows shown as a workbook or PDF ({key})</translation>
    </message>
    <message>
        <source>预览并打印现在显示的行（{key}）</source>
        <translation>Preview and print the rows shown ({key})</translation>
    </message>
    <message>
        <source>导出清单</source>
        <translation>Export the list</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>已导出 {n} 行：{path}</source>
        <translation>{n} rows exported: {path}</translation>
    </message>
</context>
<context>
    <name>ListingForm</name>
    <message>
        <source>活动批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>如：2024年第一次</source>
        <translation>e.g. 2024年第一次</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>列入批次</source>
        <translation>List in a batch</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ListingTab</name>
    <message>
        <source>列入批次</source>
        <translation>List in a batch</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>列宽</source>
        <translation>Column width</translation>
    </message>
    <message>
        <source>{title} {count} 个</source>
        <translation>{title}: {count}</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>LookingTools</name>
    <message>
        <source>冻结到这一栏后表格没有余地，未冻结。请先隐藏或收窄左边的栏目</source>
        <translation>Frozen up to there the table would have no room; not frozen. Hide or narrow columns at the left first</translation>
    </message>
    <message>
        <source>另存为视图</source>
        <translation>Save as a view</translation>
    </message>
    <message>
        <source>视图名称</source>
        <translation>View name</translation>
    </message>
    <message>
        <source>重命名视图</source>
        <translation>Rename the view</translation>
    </message>
    <message>
        <source>新名称</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>{label}{day}.xlsx</source>
        <translation>{label}{day}.xlsx</translation>
    </message>
    <message>
        <source>导出视图</source>
        <translation>Export the view</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>已导出视图“{view}”：{rows} 行、{columns} 栏，存为“{file}”（在 {folder}）</source>
        <translation>View “{view}” exported: {rows} rows, {columns} columns, saved as “{file}” (in {folder})</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{name} — zonedesk</source>
        <translation>{name} — zonedesk</translation>
    </message>
    <message>
        <source>正在停止后台任务，随后关闭…</source>
        <translation>Stopping the running job, then closing…</translation>
    </message>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>{title}（Ctrl+{number}）</source>
        <translation>{title} (Ctrl+{number})</translation>
    </message>
    <message>
        <source>Alt+← 返回上一页</source>
        <translation>Alt+← goes back a page</translation>
    </message>
    <message>
        <source>本页不分截至日期</source>
        <translation>This page has no as-of day</translation>
    </message>
</context>
<context>
    <name>MatrixFilters</name>
    <message>
        <source>有未办结</source>
        <translation>Anything pending</translation>
    </message>
    <message>
        <source>有提示</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <source>无手续项目</source>
        <translation>Without procedures</translation>
    </message>
    <message>
        <source>日期先后、前置、有效期等有疑问的项目</source>
        <translation>Projects with doubtful dates, order or validity</translation>
    </message>
    <message>
        <source>还没有列入任何手续的项目</source>
        <translation>Projects that have no procedure yet</translation>
    </message>
    <message>
        <source>按开发区分组</source>
        <translation>Group by zone</translation>
    </message>
    <message>
        <source>按开发区分组，显示各区办结率（{key}）</source>
        <translation>Group by zone, with each zone&apos;s completion rate ({key})</translation>
    </message>
    <message>
        <source>全部阶段</source>
        <translation>All stages</translation>
    </message>
    <message>
        <source>手续名称</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>查找项目（拼音首字母）</source>
        <translation>Find a project (initials)</translation>
    </message>
</context>
<context>
    <name>MatrixGrid</name>
    <message>
        <source>手续矩阵</source>
        <translation>Procedure matrix</translation>
    </message>
</context>
<context>
    <name>MatrixHead</name>
    <message>
        <source>办结率 %</source>
        <translation>Completion rate %</translation>
    </message>
</context>
<context>
    <name>MatrixKeys</name>
    <message>
        <source>打开状态列表</source>
        <translation>Open the list of states</translation>
    </message>
    <message>
        <source>选中的手续登记为今天办结</source>
        <translation>Register the selected procedures as done today</translation>
    </message>
    <message>
        <source>按上一格向下填充状态</source>
        <translation>Fill states down from the cell above</translation>
    </message>
    <message>
        <source>选中的手续移出清单（可撤销）</source>
        <translation>Take the selected procedures out of the list (can be undone)</translation>
    </message>
    <message>
        <source>复制选中的格（文字）</source>
        <translation>Copy the selected cells as text</translation>
    </message>
    <message>
        <source>手续矩阵</source>
        <translation>Procedure matrix</translation>
    </message>
    <message>
        <source>把选中的手续设为：</source>
        <translation>Set the selected procedures to: </translation>
    </message>
    <message>
        <source>批量登记办结时间、文号</source>
        <translation>Register a day and a document no. for several</translation>
    </message>
    <message>
        <source>按模板生成选中项目的手续清单</source>
        <translation>Make checklists of the selected projects from templates</translation>
    </message>
    <message>
        <source>显示或收起右侧的手续清单</source>
        <translation>Show or fold the checklist at the right</translation>
    </message>
    <message>
        <source>在矩阵、手续清单、未办结清单之间轮换</source>
        <translation>Go round matrix, checklist and pending list</translation>
    </message>
    <message>
        <source>显示或收起下方的未办结清单</source>
        <translation>Show or fold the pending list beneath</translation>
    </message>
    <message>
        <source>查找项目</source>
        <translation>Find a project</translation>
    </message>
    <message>
        <source>按开发区分组</source>
        <translation>Group by zone</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>项目名称</source>
        <translation>Project name</translation>
    </message>
    <message>
        <source>办结率</source>
        <translation>Completion rate</translation>
    </message>
    <message>
        <source>{zone}（{n}）</source>
        <translation>{zone} ({n})</translation>
    </message>
    <message>
        <source>{name}
{zone}
双击：在项目台账中打开</source>
        <translation>{name}
{zone}
Double click: open in the ledger</translation>
    </message>
    <message>
        <source>{project}
{name}：台账中无此项。设一个状态即列入</source>
        <translation>{project}
{name}: not in the ledger. Set a state to add it</translation>
    </message>
    <message>
        <source>（逾期 {n} 天）</source>
        <translation> ({n} days overdue)</translation>
    </message>
    <message>
        <source>卡在“{step}”{days} 天</source>
        <translation>Stuck at “{step}” for {days} days</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>承诺办结</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>无需办理的理由</source>
        <translation>Why not required</translation>
    </message>
    <message>
        <source>{label}：{text}</source>
        <translation>{label}: {text}</translation>
    </message>
    <message>
        <source>阶段：{stage}</source>
        <translation>Stage: {stage}</translation>
    </message>
    <message>
        <source>审批部门：{dept}</source>
        <translation>Department: {dept}</translation>
    </message>
    <message>
        <source>不在手续模板中</source>
        <translation>In no template</translation>
    </message>
    <message>
        <source>{name}
已办结 {a} 件，需办 {b} 件，办结率 {percent}</source>
        <translation>{name}
{a} done of {b} required, completion rate {percent}</translation>
    </message>
</context>
<context>
    <name>MatrixTools</name>
    <message>
        <source>将现在显示的矩阵导出为工作簿或 PDF（{key}）</source>
        <translation>Export the matrix as shown to a workbook or PDF ({key})</translation>
    </message>
    <message>
        <source>预览并打印现在显示的矩阵，A3 横向（{key}）</source>
        <translation>Preview and print the matrix as shown, A3 landscape ({key})</translation>
    </message>
    <message>
        <source>导出手续矩阵</source>
        <translation>Export the procedure matrix</translation>
    </message>
    <message>
        <source>已导出手续矩阵：{path}</source>
        <translation>Procedure matrix exported: {path}</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>批量登记</source>
        <translation>Register several</translation>
    </message>
    <message>
        <source>新增手续</source>
        <translation>New procedure</translation>
    </message>
    <message>
        <source>显示 {n} 个项目、{names} 项手续</source>
        <translation>{n} projects, {names} procedures shown</translation>
    </message>
    <message>
        <source>还没有手续。导入“前期手续办理情况表”，或按“无手续项目”选出项目，{key} 按模板生成清单。</source>
        <translation>No procedures yet. Import the bureau&apos;s procedure workbook, or choose projects by “Without procedures” and press {key} to make checklists from templates.</translation>
    </message>
    <message>
        <source>&#x3000;选中 {n} 件</source>
        <translation>&#x3000;{n} selected</translation>
    </message>
    <message>
        <source>选中的手续登记同一办结时间、文号（{key}）</source>
        <translation>Register one day and document no. for the selected procedures ({key})</translation>
    </message>
    <message>
        <source>为当前项目新增一项手续（Insert）</source>
        <translation>Add a procedure to the current project (Insert)</translation>
    </message>
    <message>
        <source>显示或收起右侧的手续清单（{key}）</source>
        <translation>Show or fold the checklist at the right ({key})</translation>
    </message>
</context>
<context>
    <name>MatrixWriting</name>
    <message>
        <source>{n} 件手续无需办理的理由（写明依据）</source>
        <translation>Why {n} procedures are not required (name the basis)</translation>
    </message>
    <message>
        <source>无需办理</source>
        <translation>Not required</translation>
    </message>
    <message>
        <source>已设为已办结，未写办结时间：Ctrl+; 记今天，{key} 写时间和文号</source>
        <translation>Set to done without a day: Ctrl+; writes today, {key} a day and a document no.</translation>
    </message>
    <message>
        <source>“{text}”不是日期</source>
        <translation>“{text}” is not a date</translation>
    </message>
    <message>
        <source>{what}。按 Ctrl+Z 可恢复</source>
        <translation>{what}. Ctrl+Z brings it back</translation>
    </message>
    <message>
        <source>已复制 {n} 行</source>
        <translation>{n} rows copied</translation>
    </message>
    <message>
        <source>为“{project}”新增手续，名称：</source>
        <translation>New procedure for “{project}”, name:</translation>
    </message>
    <message>
        <source>新增手续</source>
        <translation>New procedure</translation>
    </message>
    <message>
        <source>请先选中手续的格</source>
        <translation>Select cells of procedures first</translation>
    </message>
    <message>
        <source>已设为已受理，未写受理时间，不计时：在右侧手续清单（F4）按“受理”写时间</source>
        <translation>Set to accepted without a day: the clock does not run. Write the day in the checklist (F4), “Accept”</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>{scope}&#x3000;调度日 {day}</source>
        <translation>{scope}&#x3000;scheduling day {day}</translation>
    </message>
    <message>
        <source>本期待办</source>
        <translation>Duties due</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>议定事项</source>
        <translation>Action items</translation>
    </message>
    <message>
        <source>专项行动</source>
        <translation>Campaigns</translation>
    </message>
</context>
<context>
    <name>MeetingsTab</name>
    <message>
        <source>会议材料…</source>
        <translation>Meeting paper…</translation>
    </message>
    <message>
        <source>预览并打印周调度表：变化、上次议定事项落实、未更新进度的项目（{key}）</source>
        <translation>Preview and print the weekly paper: changes, what became of decisions, missing reports ({key})</translation>
    </message>
    <message>
        <source>请先选中一次写明日期的会议</source>
        <translation>Choose a meeting that has a date first</translation>
    </message>
    <message>
        <source>议定事项  {n}</source>
        <translation>Action items  {n}</translation>
    </message>
    <message>
        <source>选中一次会议，这里列出上次会议以来的变化、会议记录和议定事项。</source>
        <translation>Choose a meeting: what changed since the last one, its record and its action items are shown here.</translation>
    </message>
    <message>
        <source>未写召开日期，不能比较变化</source>
        <translation>no date, so nothing to compare</translation>
    </message>
    <message>
        <source>本次变化</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>会议记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>议定事项</source>
        <translation>Action items</translation>
    </message>
</context>
<context>
    <name>MilestoneNodes</name>
    <message>
        <source>新增节点</source>
        <translation>Add milestone</translation>
    </message>
    <message>
        <source>删除节点</source>
        <translation>Delete milestone</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore defaults</translation>
    </message>
    <message>
        <source>在“作战图”页按计划开工、投产时间倒排时，按这里的节点和提前天数排定。改动只影响以后的倒排。</source>
        <translation>When the Map page schedules backwards from planned start and production, it uses these milestones and days. A change affects only later schedules.</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>新节点</source>
        <translation>New milestone</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>倒排自</source>
        <translation>Counted back from</translation>
    </message>
    <message>
        <source>提前（天）</source>
        <translation>Days before</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>计划{step}前 {days} 天</source>
        <translation>{days} days before planned {step}</translation>
    </message>
</context>
<context>
    <name>MilestonesPage</name>
    <message>
        <source>打印 A3…</source>
        <translation>Print A3…</translation>
    </message>
    <message>
        <source>预览并打印 A3 作战图（Ctrl+P）</source>
        <translation>Preview and print the A3 map (Ctrl+P)</translation>
    </message>
    <message>
        <source>{projects} 个项目排了 {n} 个节点：已完成 {done}，逾期 {late}，预计推迟 {slip}，30 天内到期 {soon}。</source>
        <translation>{projects} projects with {n} milestones: {done} reached, {late} overdue, {slip} slipping, {soon} due within 30 days.</translation>
    </message>
    <message>
        <source>还没有排节点的项目。点“为无节点的项目倒排”，按计划开工、投产时间为在办项目排出节点。</source>
        <translation>No project has milestones yet. “Schedule projects without milestones” counts them back from the planned start and production of projects under way.</translation>
    </message>
    <message>
        <source>下一节点：{name}，计划 {day}</source>
        <translation>Next milestone: {name}, planned {day}</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>undecided</translation>
    </message>
    <message>
        <source>&#x3000;提醒：</source>
        <translation>  Note: </translation>
    </message>
    <message>
        <source>项目作战图</source>
        <translation>Project map</translation>
    </message>
    <message>
        <source>开发区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>下一节点</source>
        <translation>Next milestone</translation>
    </message>
    <message>
        <source>计划时间</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>节点全部完成</source>
        <translation>All reached</translation>
    </message>
    <message>
        <source>逾期 {n} 天</source>
        <translation>{n} days overdue</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestones</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>预计推迟</source>
        <translation>Slipping</translation>
    </message>
    <message>
        <source>一年</source>
        <translation>One year</translation>
    </message>
    <message>
        <source>两年</source>
        <translation>Two years</translation>
    </message>
    <message>
        <source>三年</source>
        <translation>Three years</translation>
    </message>
    <message>
        <source>图上的时间长度</source>
        <translation>Length of the axis</translation>
    </message>
    <message>
        <source>按项目</source>
        <translation>By project</translation>
    </message>
    <message>
        <source>按开发区</source>
        <translation>By zone</translation>
    </message>
    <message>
        <source>节点台账</source>
        <translation>Milestones</translation>
    </message>
    <message>
        <source>逾期
天数</source>
        <translation>Days
overdue</translation>
    </message>
    <message>
        <source>新节点</source>
        <translation>New milestone</translation>
    </message>
    <message>
        <source>还没有节点。按 Insert 新增，或用“倒排工期”。</source>
        <translation>No milestones yet. Insert adds one, or schedule backwards.</translation>
    </message>
    <message>
        <source>显示 {n} 个项目 · 指到图上的记号可看日期；回车打开项目</source>
        <translation>{n} projects shown · point at a sign on the chart for its day; Enter opens the project</translation>
    </message>
    <message>
        <source>节点全部完成，等待{step}</source>
        <translation>All milestones reached, waiting for {step}</translation>
    </message>
    <message>
        <source>节点全部完成而开工、投产逾期的 {n} 个项目。</source>
        <translation>{n} projects have all milestones reached but are overdue for start or production.</translation>
    </message>
    <message>
        <source>{step}逾期 {n} 天</source>
        <translation>{step} overdue {n} days</translation>
    </message>
</context>
<context>
    <name>MissingTab</name>
    <message>
        <source>下列项目台账中有、本文件中没有。导入不会改动它们；如已终止或调出，请在台账中填写终止或调出时间。</source>
        <translation>The ledger has these projects, the file does not. Importing leaves them alone; if one has ended or left, enter the date in the ledger.</translation>
    </message>
    <message>
        <source>在台账中查看</source>
        <translation>See in the ledger</translation>
    </message>
    <message>
        <source>文件未列的项目</source>
        <translation>Projects the file does not list</translation>
    </message>
</context>
<context>
    <name>MorningCells</name>
    <message>
        <source>应于</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>亮灯</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>未更新</source>
        <translation>Not updated</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>应填未填</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>缺少的内容</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>责任</source>
        <translation>Answers for it</translation>
    </message>
    <message>
        <source>（本单位）</source>
        <translation>(the office)</translation>
    </message>
    <message>
        <source>新亮红灯</source>
        <translation>Newly red</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>从未</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>{month}-{day} 周{weekday}</source>
        <translation>{month}-{day} (周{weekday})</translation>
    </message>
    <message>
        <source>应于{day}完成</source>
        <translation>Due on {day}</translation>
    </message>
    <message>
        <source>自{day}起</source>
        <translation>Since {day}</translation>
    </message>
</context>
<context>
    <name>MorningPanel</name>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>今日工作 {day} 星期{weekday}</source>
        <translation>Today&apos;s work {day} (周{weekday})</translation>
    </message>
    <message>
        <source>到期、逾期、亮灯和未更新都按{day}算</source>
        <translation>Due, overdue, lights and updates are counted as of {day}</translation>
    </message>
    <message>
        <source>今日 {today} · 至下周 {week}</source>
        <translation>Today {today} · to next week {week}</translation>
    </message>
    <message>
        <source>今日 {today} · 本周 {week}</source>
        <translation>Today {today} · this week {week}</translation>
    </message>
    <message>
        <source>逾期 {n}</source>
        <translation>Overdue {n}</translation>
    </message>
    <message>
        <source>新亮红灯 {n}</source>
        <translation>Newly red {n}</translation>
    </message>
    <message>
        <source>久未更新 {n}</source>
        <translation>Not updated {n}</translation>
    </message>
    <message>
        <source>应填未填 {n}</source>
        <translation>Incomplete {n}</translation>
    </message>
    <message>
        <source>{before}（上一个工作日）还不是红灯的项目</source>
        <translation>Projects that were not red on {before}, the working day before</translation>
    </message>
    <message>
        <source>到{until}（周日）应完成、尚未完成的事项</source>
        <translation>What is to be done by {until} (Sunday) and is not done</translation>
    </message>
    <message>
        <source>已过应完成时间的项目节点、手续、问题、督办、议定事项、例行工作和承诺</source>
        <translation>Planned steps, procedures, problems, supervised matters, action items, routines and promises past their day</translation>
    </message>
    <message>
        <source>超过规定天数没有任何更新的项目；天数在“设置 · 亮灯规则”中定</source>
        <translation>Projects without any update for too many days; the days are set in Settings · Light rules</translation>
    </message>
    <message>
        <source>到了现在的阶段应当填写而没有填的项目</source>
        <translation>Projects that lack what must be filled at their stage</translation>
    </message>
    <message>
        <source>
这里列出前 {n} 项</source>
        <translation>
The first {n} are listed here</translation>
    </message>
    <message>
        <source>今天和本周没有要到期的事项</source>
        <translation>Nothing falls due today or this week</translation>
    </message>
    <message>
        <source>没有逾期的事项</source>
        <translation>Nothing is overdue</translation>
    </message>
    <message>
        <source>没有新亮红灯的项目</source>
        <translation>No project turned red</translation>
    </message>
    <message>
        <source>各项目都已按期更新</source>
        <translation>All projects were updated in time</translation>
    </message>
    <message>
        <source>应填的内容都已填写</source>
        <translation>Everything that must be filled is filled</translation>
    </message>
    <message>
        <source>{light}灯项目 {n} 个
{scope}</source>
        <translation>{n} projects with a {light} light
{scope}</translation>
    </message>
    <message>
        <source>没有规则适用的项目 {n} 个（储备、终止，或已达效且没有未办事项）</source>
        <translation>{n} projects that no rule asks about (in reserve, ended, or on target with nothing open)</translation>
    </message>
    <message>
        <source>{light}灯</source>
        <translation>{light} light</translation>
    </message>
    <message>
        <source>不亮灯</source>
        <translation>No light</translation>
    </message>
</context>
<context>
    <name>MorningTable</name>
    <message>
        <source>今日工作</source>
        <translation>Today&apos;s work</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>OfficeSection</name>
    <message>
        <source>如：某某开发区管理委员会</source>
        <translation>e.g. the administration of a zone</translation>
    </message>
    <message>
        <source>如：王某某</source>
        <translation>e.g. Wang</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Office name</translation>
    </message>
    <message>
        <source>印在报表和清单上，作为编制单位</source>
        <translation>Printed on reports and lists as the office that made them</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>记入此后的每一处改动；已有的改动仍记原来的姓名</source>
        <translation>Stands in every change from now on; changes made before keep their name</translation>
    </message>
    <message>
        <source>台账文件</source>
        <translation>Ledger file</translation>
    </message>
</context>
<context>
    <name>OfficerLine</name>
    <message>
        <source>经办人姓名，回车确认</source>
        <translation>Officer&apos;s name, Enter confirms</translation>
    </message>
    <message>
        <source>经办人姓名</source>
        <translation>Officer&apos;s name</translation>
    </message>
    <message>
        <source>经办人：{who}</source>
        <translation>Officer: {who}</translation>
    </message>
    <message>
        <source>记入每一处改动。点此更换，此后的改动记新的姓名</source>
        <translation>Stands in every change. Click to change it; later changes carry the new name</translation>
    </message>
    <message>
        <source>现在记入改动的是系统用户名“{who}”</source>
        <translation>Changes now carry the system&apos;s user name “{who}”</translation>
    </message>
    <message>
        <source>经办人：{who}（未署名，点此填写）</source>
        <translation>Officer: {who} (unsigned, click to sign)</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>“{name}”没有对应的项目</source>
        <translation>“{name}” belongs to no project</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>已取消打印。</source>
        <translation>Printing cancelled.</translation>
    </message>
    <message>
        <source>已送往打印机，共 {n} 页。</source>
        <translation>Sent to the printer, {n} pages.</translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation>Printing…</translation>
    </message>
</context>
<context>
    <name>OutgoingTools</name>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx);;PDF 文件 (*.pdf)</source>
        <translation>Excel workbook (*.xlsx);;PDF file (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PackagesSection</name>
    <message>
        <source>“六证同发”是哪几个证由本地规定。在“包含手续”中写手续模板的编号，用、分开；是否发齐、是否同日、拿地到开工几天由此算出。</source>
        <translation>Which permits go out together is laid down locally. Write the codes of templates, divided by 、; whether they are complete, on one day, and the days from land to start follow from it.</translation>
    </message>
    <message>
        <source>新组合</source>
        <translation>New package</translation>
    </message>
    <message>
        <source>还没有并联发证组合。按“新增”建立一个，写明包含哪些手续。</source>
        <translation>No packages yet. Add one and say which procedures it holds.</translation>
    </message>
    <message>
        <source>{codes} 不是现行模板的编号</source>
        <translation>{codes}: no template in force has this code</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>查找全部</source>
        <translation>Find anything</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>↑↓ 选择&#x3000;Enter 打开&#x3000;Esc 关闭</source>
        <translation>↑↓ choose  Enter opens  Esc closes</translation>
    </message>
    <message>
        <source>输入几个字或拼音首字母，多个词用空格隔开&#x3000;Esc 关闭</source>
        <translation>Type a few characters or pinyin initials; several words with blanks between  Esc closes</translation>
    </message>
    <message>
        <source>正在准备查找，马上就好…</source>
        <translation>Preparing the search, one moment…</translation>
    </message>
    <message>
        <source>没有找到“{words}”。请少输几个字，或换用拼音首字母</source>
        <translation>“{words}” was not found. Type fewer characters, or pinyin initials</translation>
    </message>
    <message>
        <source>项目、企业、手续文号、问题、人员、电话、页面、设置…… 可用拼音首字母</source>
        <translation>Projects, companies, document numbers, problems, people, phones, pages, settings… initials of pinyin will do</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>打印预览：{title}</source>
        <translation>Print preview: {title}</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>另存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>正在生成打印预览…</source>
        <translation>Making the print preview…</translation>
    </message>
    <message>
        <source>已保存：{path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>第 {number} / {pages} 页</source>
        <translation>Page {number} / {pages}</translation>
    </message>
</context>
<context>
    <name>PausesTab</name>
    <message>
        <source>不计时期间</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>登记受理后开始计时</source>
        <translation>The clock starts once it is taken in</translation>
    </message>
    <message>
        <source>已用 {days} 个{type}，扣除 {paused} 个</source>
        <translation>{days} {type} used, {paused} taken off</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>报表预览</source>
        <translation>Report preview</translation>
    </message>
</context>
<context>
    <name>PendingCells</name>
    <message>
        <source>项目名称</source>
        <translation>Project name</translation>
    </message>
    <message>
        <source>未办结手续</source>
        <translation>Pending procedure</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>承诺办结</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>未办结原因</source>
        <translation>Why pending</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>办结于 {day}，晚于截至日</source>
        <translation>Done on {day}, after the as-of day</translation>
    </message>
    <message>
        <source>逾期
天数</source>
        <translation>Days
overdue</translation>
    </message>
    <message>
        <source>卡在哪一步</source>
        <translation>Stuck at</translation>
    </message>
    <message>
        <source>已停
天数</source>
        <translation>Days
stuck</translation>
    </message>
    <message>
        <source>自 {day}</source>
        <translation>Since {day}</translation>
    </message>
</context>
<context>
    <name>PendingList</name>
    <message>
        <source>显示或收起未办结清单（{key}）</source>
        <translation>Show or fold the pending list ({key})</translation>
    </message>
    <message>
        <source>未办结 {n} 件</source>
        <translation>{n} pending</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>空白单元格：不改台账</source>
        <translation>Blank cells: leave the ledger alone</translation>
    </message>
    <message>
        <source>空白单元格：清空台账原值</source>
        <translation>Blank cells: clear the ledger&apos;s value</translation>
    </message>
    <message>
        <source>空白单元格</source>
        <translation>Blank cells</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>逐格变化（{n}）</source>
        <translation>Changes cell by cell ({n})</translation>
    </message>
    <message>
        <source>待确认（{n}）</source>
        <translation>To confirm ({n})</translation>
    </message>
    <message>
        <source>识别结果（{n} 张表）</source>
        <translation>Recognised ({n} sheets)</translation>
    </message>
    <message>
        <source>文件未列（{n}）</source>
        <translation>Not in the file ({n})</translation>
    </message>
    <message>
        <source>导入 {what}</source>
        <translation>Import {what}</translation>
    </message>
    <message>
        <source>没有要导入的变化</source>
        <translation>Nothing to import</translation>
    </message>
    <message>
        <source>作为一步写入，可整体撤销（Ctrl+回车）</source>
        <translation>Written as one step that can be undone as a whole (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>台账以只读方式打开，不能导入</source>
        <translation>The ledger is open for reading only; importing is not possible</translation>
    </message>
    <message>
        <source>{n} 处更改</source>
        <translation>{n} changes</translation>
    </message>
    <message>
        <source>{name} {n} 行</source>
        <translation>{name} {n} rows</translation>
    </message>
    <message>
        <source>截至 {day}</source>
        <translation>As of {day}</translation>
    </message>
    <message>
        <source>合计核对 {n} 项全部相符 ✓</source>
        <translation>All {n} totals agree ✓</translation>
    </message>
    <message>
        <source>✗ 表中合计有 {n} 项与读到的行不符，见“识别结果”</source>
        <translation>✗ {n} totals of the file differ from the rows read; see “Recognised”</translation>
    </message>
    <message>
        <source>▲ 内容相同的文件已于 {when} 由 {who} 导入过</source>
        <translation>▲ A file of the same content was imported on {when} by {who}</translation>
    </message>
    <message>
        <source>空格勾选 · Ctrl+Enter 导入 · Esc 返回</source>
        <translation>Space ticks · Ctrl+Enter imports · Esc goes back</translation>
    </message>
    <message>
        <source>Alt+数字键选择 · Ctrl+Enter 导入 · Esc 返回</source>
        <translation>Alt+number chooses · Ctrl+Enter imports · Esc goes back</translation>
    </message>
    <message>
        <source>Ctrl+Enter 导入 · Esc 返回</source>
        <translation>Ctrl+Enter imports · Esc goes back</translation>
    </message>
    <message>
        <source>▲ 新增 {n} 个项目未列入任何批次，不计入三率，请在项目台账中补列批次</source>
        <translation>▲ {n} new projects are in no batch and do not count in the rates; list them in the ledger</translation>
    </message>
    <message>
        <source>{n} 个新{what}</source>
        <translation>{n} new {what}</translation>
    </message>
    <message>
        <source>{n} 条新{what}</source>
        <translation>{n} new {what}</translation>
    </message>
    <message>
        <source>{first}等共 {n} 条新增</source>
        <translation>{first} and more, {n} additions in all</translation>
    </message>
    <message>
        <source>{n} 行没有新内容</source>
        <translation>{n} rows bring nothing new</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>现值</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>New</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>不合规定，将按原文保留并标为待核：{text}</source>
        <translation>Does not fit: would be kept as typed and flagged: {text}</translation>
    </message>
</context>
<context>
    <name>ProblemCases</name>
    <message>
        <source>记下首次响应</source>
        <translation>Note the first response</translation>
    </message>
    <message>
        <source>记一条进展</source>
        <translation>Note progress</translation>
    </message>
    <message>
        <source>提请上级协调，可选哪一级</source>
        <translation>Ask a higher level to coordinate; choose which</translation>
    </message>
    <message>
        <source>已解决，提请核验</source>
        <translation>Solved: ask for verification</translation>
    </message>
    <message>
        <source>核验属实</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>未解决或又反弹，退回办理</source>
        <translation>Not solved, or come back: send back</translation>
    </message>
    <message>
        <source>写明结果，销号；须先核验通过</source>
        <translation>Close with the result; it must be verified first</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Supervise</translation>
    </message>
    <message>
        <source>由此问题下发督办</source>
        <translation>Issue supervision of this problem</translation>
    </message>
    <message>
        <source>{level}级</source>
        <translation>level {level}</translation>
    </message>
    <message>
        <source>历时 {n} 天</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>尚未响应</source>
        <translation>not answered yet</translation>
    </message>
    <message>
        <source>（当日）</source>
        <translation> (same day)</translation>
    </message>
    <message>
        <source>第 {no} 号</source>
        <translation>No. {no}</translation>
    </message>
    <message>
        <source>{n} 件督办未销号</source>
        <translation>{n} open under supervision</translation>
    </message>
    <message>
        <source>（未写明问题）</source>
        <translation>(problem not written down)</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>提出</source>
        <translation>Raised</translation>
    </message>
    <message>
        <source>响应</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>责任</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>配合</source>
        <translation>Co-units</translation>
    </message>
    <message>
        <source>措施</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>请写明存在的问题</source>
        <translation>Write the problem</translation>
    </message>
    <message>
        <source>解决措施</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Duty unit</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Person responsible</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>提出人</source>
        <translation>Raised by</translation>
    </message>
    <message>
        <source>提出时间</source>
        <translation>Raised on</translation>
    </message>
    <message>
        <source>为“{project}”提出问题</source>
        <translation>Raise a problem of “{project}”</translation>
    </message>
    <message>
        <source>提出问题：回车到下一栏</source>
        <translation>Raise a problem: Enter goes to the next line</translation>
    </message>
    <message>
        <source>提出问题</source>
        <translation>Raise problem</translation>
    </message>
    <message>
        <source>下发督办</source>
        <translation>Issue supervision</translation>
    </message>
    <message>
        <source>已经销号</source>
        <translation>Already closed</translation>
    </message>
    <message>
        <source>尚未核验：请先按“核验通过”（Alt+H）</source>
        <translation>Not verified yet: press Verify first (Alt+H)</translation>
    </message>
    <message>
        <source>尚未提请核验：请先按“提请核验”（Alt+T），再按“核验通过”（Alt+H）</source>
        <translation>Not submitted for verification yet: press Submit (Alt+T), then Verify (Alt+H)</translation>
    </message>
    <message>
        <source>响应：何时、谁已接手</source>
        <translation>Response: when, and who has taken it up</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>请写明进展</source>
        <translation>Write the progress</translation>
    </message>
    <message>
        <source>升级：选定提请哪一级协调</source>
        <translation>Escalate: choose the level asked to coordinate</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>提请核验</source>
        <translation>Ask for verification</translation>
    </message>
    <message>
        <source>落实情况</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>核验通过</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>核验意见</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>退回办理</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写明退回的理由</source>
        <translation>Write why it is sent back</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Close out</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>请写明办理结果</source>
        <translation>Write the result</translation>
    </message>
    <message>
        <source>提请（现为{level}级）</source>
        <translation>Ask (now {level})</translation>
    </message>
    <message>
        <source>问题已销号，由此下发的督办还有 {n} 件未销号</source>
        <translation>The problem is closed, but {n} supervised matter(s) raised from it are still open</translation>
    </message>
    <message>
        <source>由此下发的督办还有 {n} 件未销号，不随问题销号，请另到督办清单办理</source>
        <translation>{n} supervised matter(s) raised from this problem are still open; they are not closed with it, please close them in the supervision list</translation>
    </message>
</context>
<context>
    <name>ProcedureDetail</name>
    <message>
        <source>暂停计时</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>不计时</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>选中一项手续，在此登记办理情况</source>
        <translation>Choose a procedure to enter what happens to it</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>显示或收起环节、不计时和附件</source>
        <translation>Show or fold steps, pauses and attachments</translation>
    </message>
    <message>
        <source>（未写理由）</source>
        <translation>(no reason given)</translation>
    </message>
    <message>
        <source>{state}：{reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>{day} 申报</source>
        <translation>handed in {day}</translation>
    </message>
    <message>
        <source>{day} 受理</source>
        <translation>taken in {day}</translation>
    </message>
    <message>
        <source>办结时间 {day} 晚于截至日 {as_of}，本期不计</source>
        <translation>Done on {day}, after {as_of}: not counted in this period</translation>
    </message>
    <message>
        <source>{day} 办结</source>
        <translation>done {day}</translation>
    </message>
    <message>
        <source>已办结，未填办结时间</source>
        <translation>Done, without a date</translation>
    </message>
    <message>
        <source>有效期至 {day}</source>
        <translation>valid to {day}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>尚未启动</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>卡在“{step}”</source>
        <translation>stuck at “{step}”</translation>
    </message>
    <message>
        <source> {days} 天</source>
        <translation> for {days} days</translation>
    </message>
    <message>
        <source>申报</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>恢复计时</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>无需办理…</source>
        <translation>Not required…</translation>
    </message>
    <message>
        <source>按登记日期登记办结（{key}）</source>
        <translation>Done on the day shown ({key})</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Day</translation>
    </message>
</context>
<context>
    <name>ProcedureStatistics</name>
    <message>
        <source>卡点</source>
        <translation>Stuck</translation>
    </message>
    <message>
        <source>按开发区</source>
        <translation>By zone</translation>
    </message>
    <message>
        <source>按手续</source>
        <translation>By procedure</translation>
    </message>
    <message>
        <source>并联发证</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>承诺制覆盖率</source>
        <translation>Commitment coverage</translation>
    </message>
    <message>
        <source>承诺制项目</source>
        <translation>Commitment projects</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>审批部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>暂停计时</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>有提醒</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>没有未办结的手续。</source>
        <translation>Nothing is pending.</translation>
    </message>
    <message>
        <source>清单中没有</source>
        <translation>Not in the checklist</translation>
    </message>
    <message>
        <source>拿地到开工</source>
        <translation>Land to start</translation>
    </message>
    <message>
        <source>已发齐</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>同日发证</source>
        <translation>On one day</translation>
    </message>
    <message>
        <source>未发齐</source>
        <translation>Not complete</translation>
    </message>
    <message>
        <source>还没有并联发证组合，可在“设置 - 并联发证组合”中建立。</source>
        <translation>No packages yet; make one under Settings – Packages.</translation>
    </message>
    <message>
        <source>没有应实行承诺制的手续。</source>
        <translation>No procedures to be handled by commitment.</translation>
    </message>
    <message>
        <source>还没有附件。在一个项目的手续清单里存入。</source>
        <translation>No attachments yet. Add them in a project&apos;s checklist.</translation>
    </message>
</context>
<context>
    <name>ProceduresPage</name>
    <message>
        <source>有手续未办结的项目</source>
        <translation>Projects with pending procedures</translation>
    </message>
    <message>
        <source>需办手续的项目</source>
        <translation>Projects that need procedures</translation>
    </message>
    <message>
        <source>有手续已办结的项目</source>
        <translation>Projects with procedures done</translation>
    </message>
    <message>
        <source>口径：已办结件数÷需办件数，无需办理的不计入
{scope}</source>
        <translation>Basis: done ÷ required; those not required are left out
{scope}</translation>
    </message>
    <message>
        <source>共需办理 </source>
        <translation>Required </translation>
    </message>
    <message>
        <source> 件，已办结 </source>
        <translation>, done </translation>
    </message>
    <message>
        <source> 件，办结率 </source>
        <translation>, completion rate </translation>
    </message>
    <message>
        <source>；未办结 </source>
        <translation>; pending </translation>
    </message>
    <message>
        <source> 件，涉及 </source>
        <translation> items in </translation>
    </message>
    <message>
        <source> 个项目</source>
        <translation> projects</translation>
    </message>
    <message>
        <source>手续矩阵</source>
        <translation>Procedure matrix</translation>
    </message>
    <message>
        <source>办结率</source>
        <translation>Completion rate</translation>
    </message>
    <message>
        <source>今天办结</source>
        <translation>done today</translation>
    </message>
    <message>
        <source>向下填充</source>
        <translation>fill down</translation>
    </message>
    <message>
        <source>移出清单</source>
        <translation>take out</translation>
    </message>
    <message>
        <source>全部按键</source>
        <translation>all keys</translation>
    </message>
</context>
<context>
    <name>ProgramPlaces</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>打开这一页</source>
        <translation>Open this page</translation>
    </message>
    <message>
        <source>页面和设置</source>
        <translation>Pages and settings</translation>
    </message>
</context>
<context>
    <name>ProjectChooser</name>
    <message>
        <source>项目名称或开发区，可用拼音首字母，多个词用空格隔开</source>
        <translation>Project or zone; pinyin initials work too, blanks between words</translation>
    </message>
    <message>
        <source>选择项目</source>
        <translation>Choose a project</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>↑↓ 选择&#x3000;Enter 选定&#x3000;Esc 关闭</source>
        <translation>↑↓ choose&#x3000;Enter takes&#x3000;Esc closes</translation>
    </message>
    <message>
        <source>没有找到。请少输几个字，或换用拼音首字母</source>
        <translation>Nothing found. Type fewer characters, or pinyin initials</translation>
    </message>
    <message>
        <source>当前范围内没有项目</source>
        <translation>No projects in this scope</translation>
    </message>
</context>
<context>
    <name>ProjectMenu</name>
    <message>
        <source>在台账中打开</source>
        <translation>Open in the ledger</translation>
    </message>
    <message>
        <source>手续清单</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>责任</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestones</translation>
    </message>
    <message>
        <source>走访代办</source>
        <translation>Visits and agency cases</translation>
    </message>
</context>
<context>
    <name>RateCard</name>
    <message>
        <source>{label}：分子</source>
        <translation>{label}: numerator</translation>
    </message>
    <message>
        <source>{label}：分母</source>
        <translation>{label}: denominator</translation>
    </message>
    <message>
        <source>{label}（{basis}）
口径：{note}
分子 {above} 个项目，分母 {below} 个项目
{scope}</source>
        <translation>{label} ({basis})
Basis: {note}
Numerator {above} projects, denominator {below} projects
{scope}</translation>
    </message>
    <message>
        <source>上月末无可比数</source>
        <translation>Nothing to compare with at the end of last month</translation>
    </message>
    <message>
        <source>与上月末持平</source>
        <translation>Same as at the end of last month</translation>
    </message>
    <message>
        <source>较上月末 {points} 个百分点</source>
        <translation>{points} percentage points since the end of last month</translation>
    </message>
</context>
<context>
    <name>RecognisedTab</name>
    <message>
        <source>识别结果</source>
        <translation>Recognised</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>识别为</source>
        <translation>Taken for</translation>
    </message>
    <message>
        <source>表头行</source>
        <translation>Header rows</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>读取行数</source>
        <translation>Rows read</translation>
    </message>
    <message>
        <source>将新增{what} {n} 个</source>
        <translation>Will add {n} {what}</translation>
    </message>
    <message>
        <source>未读取：{reason}</source>
        <translation>Not read: {reason}</translation>
    </message>
    <message>
        <source>第 {row} 行“{field}”写的是“{text}”：{note}</source>
        <translation>Row {row}, “{field}” says “{text}”: {note}</translation>
    </message>
    <message>
        <source>▲ {n} 处写法不能直接识别，按原文保留并标为待核</source>
        <translation>▲ {n} values cannot be read directly; kept as typed and marked to be checked</translation>
    </message>
    <message>
        <source>第 {row} 行：{reason}</source>
        <translation>Row {row}: {reason}</translation>
    </message>
    <message>
        <source>跳过 {n} 行（标题、合计、说明等）</source>
        <translation>{n} rows skipped (titles, totals, notes …)</translation>
    </message>
    <message>
        <source>对应 {n} 列</source>
        <translation>{n} columns matched</translation>
    </message>
    <message>
        <source>✓ 第 {row} 行 {what}：{printed}</source>
        <translation>✓ row {row} {what}: {printed}</translation>
    </message>
    <message>
        <source>✓ 表中合计、小计 {n} 项，与读到的行全部相符</source>
        <translation>✓ {n} totals and subtotals of the file, all agree with the rows read</translation>
    </message>
    <message>
        <source>✗ 表中合计、小计 {n} 项，{wrong} 项与读到的行不符，请与报送单位核对</source>
        <translation>✗ {n} totals and subtotals of the file, {wrong} differ from the rows read; please check with the sender</translation>
    </message>
    <message>
        <source>✗ 第 {row} 行 {what}：表中写 {printed}，读到 {read}</source>
        <translation>✗ row {row} {what}: the file says {printed}, read {read}</translation>
    </message>
    <message>
        <source>…等，共 {n} 处</source>
        <translation>… {n} in all</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>项目记录</source>
        <translation>Project record</translation>
    </message>
    <message>
        <source>上一个项目（PgUp）</source>
        <translation>Previous project (PgUp)</translation>
    </message>
    <message>
        <source>下一个项目（PgDn）</source>
        <translation>Next project (PgDn)</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>未选中项目</source>
        <translation>No project chosen</translation>
    </message>
    <message>
        <source>在左侧选中一行，即可查看和修改</source>
        <translation>Choose a row at the left to see and change it</translation>
    </message>
    <message>
        <source> {days} 天</source>
        <translation> {days} days</translation>
    </message>
    <message>
        <source>手续 {done}/{required}</source>
        <translation>Procedures {done}/{required}</translation>
    </message>
    <message>
        <source>待核 {count} 项</source>
        <translation>{count} to check</translation>
    </message>
    <message>
        <source>需核对 {count} 处</source>
        <translation>{count} to check</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>RecyclePage</name>
    <message>
        <source>已删除的记录</source>
        <translation>Deleted records</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>回收站是空的。删除的项目、手续、问题等都会留在这里，随时可以恢复。</source>
        <translation>The recycle bin is empty. Deleted projects, procedures and problems stay here and can be brought back at any time.</translation>
    </message>
    <message>
        <source>删除的记录连同其下内容都在这里；恢复也是一步，可以撤销</source>
        <translation>Deleted records with all that hung on them; bringing back is a step too, and can be undone</translation>
    </message>
    <message>
        <source>恢复 {count} 条</source>
        <translation>Restore {count}</translation>
    </message>
    <message>
        <source>共 {total} 条，选中 {count} 条&#x3000;回车恢复选中的记录</source>
        <translation>{total} in all, {count} chosen  Enter restores them</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>等待另一项任务结束…</source>
        <translation>Waiting for another job to end…</translation>
    </message>
    <message>
        <source>正在生成预览…</source>
        <translation>Making the preview…</translation>
    </message>
    <message>
        <source>正在生成报表预览…</source>
        <translation>Making the report&apos;s preview…</translation>
    </message>
    <message>
        <source>PgUp、PgDn 翻页，Ctrl+滚轮缩放</source>
        <translation>PgUp, PgDn turn pages, Ctrl+wheel zooms</translation>
    </message>
    <message>
        <source>{title}{month}.pdf</source>
        <translation>{title}{month}.pdf</translation>
    </message>
    <message>
        <source>已保存：{path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>第 {number} / {pages} 页</source>
        <translation>Page {number} / {pages}</translation>
    </message>
    <message>
        <source>另存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>缩小（Ctrl+-）</source>
        <translation>Smaller (Ctrl+-)</translation>
    </message>
    <message>
        <source>放大（Ctrl++）</source>
        <translation>Larger (Ctrl++)</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>适合宽度（Ctrl+0）</source>
        <translation>Fit width (Ctrl+0)</translation>
    </message>
    <message>
        <source>正在读取台账…</source>
        <translation>Reading the ledger…</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>{count} 条以上</source>
        <translation>more than {count}</translation>
    </message>
</context>
<context>
    <name>RoutinesSection</name>
    <message>
        <source>补上常用例行工作</source>
        <translation>Add the usual duties</translation>
    </message>
    <message>
        <source>周例会、旬复盘、报送截止、月通报、季通报、半年观摩、一年述职，已有的不动</source>
        <translation>Weekly meeting, ten-day review, reporting deadline, monthly and quarterly bulletin, half-yearly visit, yearly report; those there are stay as they are</translation>
    </message>
    <message>
        <source>周期内第几日：周按星期一为 1，旬、月、季、半年、年从第一天数起；不填或超出的按最后一日。周按星期一至星期日，跨年的周归星期四所在的年；下旬为 21 日至月末。起始日期之前的各期不算逾期。名称与会议种类相同的（周例会、旬复盘、月会商），开了会即为完成。</source>
        <translation>Day in the cycle: Monday is 1 in a week; in ten days, months, quarters, half-years and years it counts from the first day; without one, or past the end, it is the last day. Weeks run Monday to Sunday and belong to the year of their Thursday; the last ten days run from the 21st to the end of the month. Nothing is overdue from before the first day. A duty called like a kind of meeting (周例会, 旬复盘, 月会商) is done by holding it.</translation>
    </message>
    <message>
        <source>周期内
第几日</source>
        <translation>Day in
cycle</translation>
    </message>
    <message>
        <source>提前提醒
（日）</source>
        <translation>Remind
(days)</translation>
    </message>
    <message>
        <source>还没有例行工作。点“补上常用例行工作”，或按 Insert 新增。</source>
        <translation>No duties yet. Press “Add the usual duties”, or Insert.</translation>
    </message>
    <message>
        <source>新例行工作</source>
        <translation>New duty</translation>
    </message>
</context>
<context>
    <name>RowsTab</name>
    <message>
        <source>新增</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>新增一行（Insert）</source>
        <translation>Add a row (Insert)</translation>
    </message>
    <message>
        <source>删除选中的一行，可撤销（Ctrl+-）</source>
        <translation>Delete the chosen row; can be undone (Ctrl+-)</translation>
    </message>
    <message>
        <source>新增{what}</source>
        <translation>Add {what}</translation>
    </message>
    <message>
        <source>删除{what}</source>
        <translation>Delete {what}</translation>
    </message>
    <message>
        <source>“{text}”与栏目不符，按原文保留，待核</source>
        <translation>“{text}” does not fit the column; kept as typed, to be checked</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>统计范围</source>
        <translation>Whom it asks</translation>
    </message>
    <message>
        <source>列入{track}的</source>
        <translation>Listed under {track}</translation>
    </message>
    <message>
        <source>列入{track}且已{step}的</source>
        <translation>Listed under {track}, {step} done</translation>
    </message>
    <message>
        <source>凡已{step}的，不论是否列入批次</source>
        <translation>Every project with {step} done, listed or not</translation>
    </message>
    <message>
        <source>退出条件</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>到{step}为止</source>
        <translation>Until {step}</translation>
    </message>
    <message>
        <source>计时起点</source>
        <translation>Counted from</translation>
    </message>
    <message>
        <source>按计划时间</source>
        <translation>By the planned date</translation>
    </message>
    <message>
        <source>按{since}满若干个月</source>
        <translation>A number of months after {since}</translation>
    </message>
    <message>
        <source>按计划时间，未填的按{since}满若干个月</source>
        <translation>By the planned date; without one, months after {since}</translation>
    </message>
    <message>
        <source>停工项目</source>
        <translation>Standing still</translation>
    </message>
    <message>
        <source>计入，单列为停工</source>
        <translation>In the list, in a class of their own</translation>
    </message>
    <message>
        <source>不计入</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>计入，照常判断是否逾期</source>
        <translation>In the list, judged as any other</translation>
    </message>
    <message>
        <source>满几个月</source>
        <translation>Months</translation>
    </message>
    <message>
        <source> 个月</source>
        <translation> months</translation>
    </message>
    <message>
        <source>到期后宽限</source>
        <translation>Tolerance</translation>
    </message>
    <message>
        <source> 天</source>
        <translation> days</translation>
    </message>
    <message>
        <source>只计产业项目</source>
        <translation>Industrial projects only</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Back to the usual one</translation>
    </message>
    <message>
        <source>按{plan}</source>
        <translation>By {plan}</translation>
    </message>
    <message>
        <source>默认口径：</source>
        <translation>Usual definition: </translation>
    </message>
    <message>
        <source>本单位口径：</source>
        <translation>This office&apos;s definition: </translation>
    </message>
    <message>
        <source>{n} 个，其中逾期 {late} 个</source>
        <translation>{n}, of these {late} overdue</translation>
    </message>
</context>
<context>
    <name>ScheduleDialog</name>
    <message>
        <source>倒排工期</source>
        <translation>Schedule backwards</translation>
    </message>
    <message>
        <source>拟排定的节点</source>
        <translation>Milestones proposed</translation>
    </message>
    <message>
        <source>项目、节点</source>
        <translation>Project, milestone</translation>
    </message>
    <message>
        <source>计划时间</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>所选项目没有可排的节点：没有计划开工、投产时间，或节点都已列入。请先填写计划时间。</source>
        <translation>Nothing can be scheduled for the selected projects: they have no planned start or production, or all milestones are there. Fill in the planned dates first.</translation>
    </message>
    <message>
        <source>按计划开工、投产时间倒排出下列节点。可能不需要的未勾选，请核对；已有的节点不改动。</source>
        <translation>These milestones are counted back from planned start and production. Those that may not be needed are not ticked; please check. Existing milestones are not changed.</translation>
    </message>
    <message>
        <source>另有 {n} 个项目，排定后再列。</source>
        <translation>{n} more projects are listed after these are scheduled.</translation>
    </message>
    <message>
        <source>无可排节点</source>
        <translation>Nothing to schedule</translation>
    </message>
    <message>
        <source>排定 {n} 个节点</source>
        <translation>Schedule {n} milestones</translation>
    </message>
    <message>
        <source>勾选了 {projects} 个项目的节点，共列出 {n} 个</source>
        <translation>Milestones of {projects} projects ticked, {n} listed</translation>
    </message>
</context>
<context>
    <name>Scheduling</name>
    <message>
        <source>倒排工期…</source>
        <translation>Schedule backwards…</translation>
    </message>
    <message>
        <source>按计划开工、投产时间倒排所选项目的节点，先看再排（{key}）</source>
        <translation>Count the milestones of the selected projects back from planned start and production; looked at before they are written ({key})</translation>
    </message>
    <message>
        <source>列出有计划时间而没有节点的在办项目，先看再排（{key}）</source>
        <translation>List projects under way that have planned dates but no milestones; looked at before they are written ({key})</translation>
    </message>
    <message>
        <source>为无节点的项目倒排（{n}）…</source>
        <translation>Schedule projects without milestones ({n})…</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>截至日期</source>
        <translation>As-of day</translation>
    </message>
    <message>
        <source>起始批次</source>
        <translation>From batch</translation>
    </message>
    <message>
        <source>截止批次</source>
        <translation>To batch</translation>
    </message>
    <message>
        <source>开发区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>自首批起</source>
        <translation>From the first batch</translation>
    </message>
    <message>
        <source>至最近批次</source>
        <translation>To the latest batch</translation>
    </message>
    <message>
        <source>全部开发区</source>
        <translation>All zones</translation>
    </message>
    <message>
        <source>截至日期（Ctrl+J）。{how}</source>
        <translation>As-of day (Ctrl+J). {how}</translation>
    </message>
</context>
<context>
    <name>SearchKeeper</name>
    <message>
        <source>准备查找</source>
        <translation>Prepare the search</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>设置项</source>
        <translation>Sections</translation>
    </message>
</context>
<context>
    <name>SnapshotView</name>
    <message>
        <source>当时的记录</source>
        <translation>As it stood</translation>
    </message>
    <message>
        <source>已删除的记录</source>
        <translation>Deleted records</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>当时</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>现已删除</source>
        <translation>Since deleted</translation>
    </message>
    <message>
        <source>当时尚无</source>
        <translation>Not there yet</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>导入文件…</source>
        <translation>Import a file…</translation>
    </message>
    <message>
        <source>导出台账…</source>
        <translation>Export the ledger…</translation>
    </message>
    <message>
        <source>导出内容</source>
        <translation>What to export</translation>
    </message>
    <message>
        <source>导入时间</source>
        <translation>Imported at</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>最近导入的文件</source>
        <translation>Files imported last</translation>
    </message>
    <message>
        <source>还没有导入过文件。</source>
        <translation>No file imported yet.</translation>
    </message>
    <message>
        <source>数据截至 {day}（可在工作台右上角更改）</source>
        <translation>Data as of {day} (change it at the top right of the first page)</translation>
    </message>
    <message>
        <source>已撤销：{result}</source>
        <translation>Undone: {result}</translation>
    </message>
    <message>
        <source>支持 {kinds}，也可把文件拖到本页</source>
        <translation>{kinds}; a file can also be dropped on this page</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>把台账写成 Excel 工作簿：日期是日期、金额是数字，带下拉选项和冻结表头。在 Excel、WPS 中改好后再导入本页，只更新改过的格子。</source>
        <translation>Write the ledger as an Excel workbook: dates are dates, amounts are numbers, with lists to choose from and frozen heads. Change it in Excel or WPS and import it here again: only the changed cells are updated.</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>把上级或部门发来的表读进台账：三个一批台账、手续办理情况表、月度进展表、三未清单、领办代办台账。先看识别结果和逐格变化，确认后才写入；导入算一步，可整体撤销。</source>
        <translation>Read what bureaus send into the ledger: batch ledgers, procedure matrices, monthly progress, lists of stuck projects, agency cases. Look at what was recognised and at each cell that will change before anything is written; an import is one step and can be undone whole.</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>开发区项目台账 — zonedesk</source>
        <translation>Zone project ledger — zonedesk</translation>
    </message>
    <message>
        <source>记入每一处改动，如：王某某</source>
        <translation>Stands in every change, e.g. 王某某</translation>
    </message>
    <message>
        <source>打开示例台账（虚构数据，随便试）</source>
        <translation>Open the sample ledger (invented data to try out)</translation>
    </message>
    <message>
        <source>新建台账…</source>
        <translation>New ledger…</translation>
    </message>
    <message>
        <source>打开其他台账…</source>
        <translation>Open another ledger…</translation>
    </message>
    <message>
        <source>从备份恢复台账…</source>
        <translation>Restore a ledger from a backup…</translation>
    </message>
    <message>
        <source>正在核验备份并恢复…</source>
        <translation>Verifying the backup and restoring…</translation>
    </message>
    <message>
        <source>选择备份</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>项目台账.zonedesk</source>
        <translation>Projects.zonedesk</translation>
    </message>
    <message>
        <source>恢复为哪个台账</source>
        <translation>Restore as which ledger</translation>
    </message>
    <message>
        <source>打开台账</source>
        <translation>Open a ledger</translation>
    </message>
    <message>
        <source>新建台账</source>
        <translation>New ledger</translation>
    </message>
    <message>
        <source>单位名称（用于报表落款，可留空）：</source>
        <translation>Office name (at the foot of reports, may stay empty):</translation>
    </message>
    <message>
        <source>示例台账.zonedesk</source>
        <translation>Sample.zonedesk</translation>
    </message>
    <message>
        <source>正在生成示例台账…</source>
        <translation>Making the sample ledger…</translation>
    </message>
    <message>
        <source>文件不在原处。插回U盘后可直接打开。</source>
        <translation>The file is not where it was. Plug the USB stick in to open it.</translation>
    </message>
    <message>
        <source>还没有打开过台账。第一次使用，可先打开右侧的示例台账看看。</source>
        <translation>No ledger opened yet. To begin, open the sample ledger at the right.</translation>
    </message>
    <message>
        <source>开发区“三个一批”项目台账</source>
        <translation>Project ledger of the development zone</translation>
    </message>
    <message>
        <source>最近的台账（回车打开）</source>
        <translation>Recent ledgers (Enter opens)</translation>
    </message>
    <message>
        <source>经办人（只需填一次）</source>
        <translation>Officer (asked only once)</translation>
    </message>
    <message>
        <source>数据只保存在您指定的文件里，不联网。请勿录入涉密信息。</source>
        <translation>Data stay in the file you choose; nothing goes over the network. Do not enter classified information.</translation>
    </message>
    <message>
        <source>{name}（未找到）</source>
        <translation>{name} (not found)</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>电脑</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>已撤销，可重做</source>
        <translation>Undone, can be redone</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Stands</translation>
    </message>
    <message>
        <source>可撤销，除非其中的内容后来又被修改；那时会说明是哪些项目</source>
        <translation>Can be undone unless its contents were changed since; you are then told which projects</translation>
    </message>
</context>
<context>
    <name>StepsTab</name>
    <message>
        <source>办理环节</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>登记完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>按登记日期登记当前环节完成；已完成的撤回（空格）</source>
        <translation>Marks the current step done on the day shown; takes back one that is done (space)</translation>
    </message>
    <message>
        <source>已完成 {done}/{all} 个环节</source>
        <translation>{done}/{all} steps done</translation>
    </message>
    <message>
        <source>此项手续没有分环节</source>
        <translation>This procedure has no steps</translation>
    </message>
    <message>
        <source>卡在这一步</source>
        <translation>Stuck at this step</translation>
    </message>
</context>
<context>
    <name>StuckCard</name>
    <message>
        <source>总投资 {amount} {unit}</source>
        <translation>Total investment {amount} {unit}</translation>
    </message>
    <message>
        <source> 个</source>
        <translation> projects</translation>
    </message>
    <message>
        <source>列入批次、到截至日尚未走到下一步且未终止的项目；计划时间已到为逾期</source>
        <translation>Listed projects that have not taken the next step by the day and have not ended; overdue once the planned date has come</translation>
    </message>
    <message>
        <source>{label}
口径：{basis}；总投资为列入时总投资
{scope}</source>
        <translation>{label}
Basis: {basis}; investment as listed
{scope}</translation>
    </message>
</context>
<context>
    <name>StuckCells</name>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project name</translation>
    </message>
    <message>
        <source>开发区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>逾期
天数</source>
        <translation>Days
overdue</translation>
    </message>
    <message>
        <source>列入时总投资
（{unit}）</source>
        <translation>Investment at
listing ({unit})</translation>
    </message>
    <message>
        <source>列入批次时的总投资，三率、三未按此计；右上角有标记的与项目台账现在的总投资不同</source>
        <translation>Total investment at listing, which rates and stuck lists count by; where marked, the ledger&apos;s present one differs</translation>
    </message>
    <message>
        <source>堵点
类别</source>
        <translation>Obstacle
kind</translation>
    </message>
    <message>
        <source>{name}
双击或回车：在项目台账中打开</source>
        <translation>{name}
Double-click or Enter: open in the ledger</translation>
    </message>
    <message>
        <source>{listed} ≠ 台账 {present}
前者为列入批次时的总投资，后者为项目台账现在的总投资（{unit}）</source>
        <translation>{listed} ≠ ledger {present}
Total investment at listing, and the ledger&apos;s present one ({unit})</translation>
    </message>
    <message>
        <source>{text}
共 {n} 个未销号问题，此处为时限最早的一个</source>
        <translation>{text}
{n} open problems; this one has the earliest deadline</translation>
    </message>
    <message>
        <source>（{n}个）{text}</source>
        <translation>({n}) {text}</translation>
    </message>
    <message>
        <source>“{text}”与栏目不符，按原文保留，待核</source>
        <translation>“{text}” does not fit its column, kept as typed, to be checked</translation>
    </message>
    <message>
        <source>亮灯</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>写在项目上的下一步安排；没有写的，取会议议定事项、手续、节点中最近的一件（灰字）</source>
        <translation>The next step written on the project; without one, the soonest of its action items, procedures and milestones (in grey)</translation>
    </message>
    <message>
        <source>最近更新</source>
        <translation>Last update</translation>
    </message>
    <message>
        <source>台账中此项目的任何内容最近一次录入或修改</source>
        <translation>When anything of this project was last entered or changed in the ledger</translation>
    </message>
    <message>
        <source>更新人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>（未填）</source>
        <translation>(not said)</translation>
    </message>
    <message>
        <source>空格键：收起或展开</source>
        <translation>Space: fold or open</translation>
    </message>
    <message>
        <source>{name}：在项目台账中打开这一组</source>
        <translation>{name}: open this group in the ledger</translation>
    </message>
    <message>
        <source>{n} 个</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>逾期 {n}</source>
        <translation>{n} overdue</translation>
    </message>
    <message>
        <source>其中逾期最长的天数</source>
        <translation>The most days any of them is overdue</translation>
    </message>
    <message>
        <source>按“{since}”推算应于 {day}（三未口径见设置）；计划时间：{plan}</source>
        <translation>Due on {day}, counted from “{since}” (see the settings for the definition); planned: {plan}</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>（{day}）</source>
        <translation> ({day})</translation>
    </message>
    <message>
        <source>{text}{day}
取自{book}；在此填写则记入项目</source>
        <translation>{text}{day}
From: {book}; what is typed here is kept with the project</translation>
    </message>
    <message>
        <source>最近月度进展：{month}</source>
        <translation>Last monthly report: {month}</translation>
    </message>
    <message>
        <source>最近办理记录：{day}</source>
        <translation>Last follow-up: {day}</translation>
    </message>
    <message>
        <source>{text}
取自项目的责任落实；在此改写则记入问题</source>
        <translation>{text}
Taken from the project&apos;s duties; what is typed here goes to the problem</translation>
    </message>
</context>
<context>
    <name>StuckRulesSection</name>
    <message>
        <source>口径改动即时生效，用于所有页面、报表和导出，并在图表和报表中注明；可撤销。三率的口径不受影响。</source>
        <translation>A change takes effect at once on all pages, reports and exports, and is stated there; it can be undone. The rates are not affected.</translation>
    </message>
    <message>
        <source>▲ 保存的口径中有 {n} 处不能识别，已按默认口径统计；在此重新选择即可改正。</source>
        <translation>▲ {n} entries of the saved definition cannot be understood and stand at their defaults; choose anew here to put them right.</translation>
    </message>
</context>
<context>
    <name>StuckWriting</name>
    <message>
        <source>{what}；请补写“存在问题”</source>
        <translation>{what}; write what the problem is</translation>
    </message>
</context>
<context>
    <name>SupervisionCases</name>
    <message>
        <source>下发给主办单位</source>
        <translation>Issue to the lead unit</translation>
    </message>
    <message>
        <source>催办一次</source>
        <translation>Urge once</translation>
    </message>
    <message>
        <source>记下主办单位的反馈</source>
        <translation>Note the lead unit&apos;s feedback</translation>
    </message>
    <message>
        <source>已办结，提请核验</source>
        <translation>Done: ask for verification</translation>
    </message>
    <message>
        <source>未办结，退回办理</source>
        <translation>Not done: send back</translation>
    </message>
    <message>
        <source>写明结果，销号；须先提请核验</source>
        <translation>Write the result and close; verification is asked for first</translation>
    </message>
    <message>
        <source>督办函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>预览并打印督办函；未到期的为提醒函</source>
        <translation>Preview and print the letter of supervision; a reminder before the deadline</translation>
    </message>
    <message>
        <source>催办 {n} 次</source>
        <translation>urged {n} times</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>主办</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Co-units</translation>
    </message>
    <message>
        <source>督办人</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>下发</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>尚未下发</source>
        <translation>not issued yet</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>下发督办</source>
        <translation>Issue supervision</translation>
    </message>
    <message>
        <source>下发督办：回车到下一栏</source>
        <translation>Issue supervision: Enter goes to the next line</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>催办内容</source>
        <translation>What is urged</translation>
    </message>
    <message>
        <source>记下反馈</source>
        <translation>Note feedback</translation>
    </message>
    <message>
        <source>反馈内容</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>请写明反馈的内容</source>
        <translation>Write the feedback</translation>
    </message>
    <message>
        <source>提请核验</source>
        <translation>Ask for verification</translation>
    </message>
    <message>
        <source>落实情况</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>退回办理</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写明退回的理由</source>
        <translation>Write why it is sent back</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Close out</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>请写明办理结果</source>
        <translation>Write the result</translation>
    </message>
</context>
<context>
    <name>TemplatesSection</name>
    <message>
        <source>模板决定一项手续的部门、时限、前置和环节。已有手续在用的模板，修改时自动停用旧版、启用新版，已生成的手续不变。适用条件中，“：”前可写 所有项目、有用地、用地7.5亩以上、产业项目、新建扩建、按需，用于预选。</source>
        <translation>A template lays down a procedure&apos;s department, limit, predecessors and steps. Changing one in use ends its version and begins the next; procedures already made stay as they are. Before “：” in 适用条件 these words are understood: 所有项目, 有用地, 用地7.5亩以上, 产业项目, 新建扩建, 按需.</translation>
    </message>
    <message>
        <source>建立常用手续模板（32 项）</source>
        <translation>Add the usual templates (32)</translation>
    </message>
    <message>
        <source>加入台账还没有的常用手续，一步可撤销</source>
        <translation>Adds the usual procedures that the ledger lacks; one step, can be undone</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>新手续</source>
        <translation>New procedure</translation>
    </message>
    <message>
        <source>还没有手续模板。按上面的按钮建立常用的 32 项，再按本地规定修改。</source>
        <translation>No templates yet. Add the usual 32 with the button above, then change them to local rules.</translation>
    </message>
    <message>
        <source>常见前置首尾相接，前置提醒不准</source>
        <translation>The usual predecessors go round in a ring; warnings about them are not right</translation>
    </message>
    <message>
        <source>{codes} 不是现行模板的编号</source>
        <translation>{codes}: no template in force has this code</translation>
    </message>
</context>
<context>
    <name>TermsTable</name>
    <message>
        <source>职责</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>姓名、单位</source>
        <translation>Name, unit</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止</source>
        <translation>To</translation>
    </message>
    <message>
        <source>任职起止</source>
        <translation>Terms of duty</translation>
    </message>
    <message>
        <source>任职起止（现任 {n}，其他 {past}）</source>
        <translation>Terms of duty (in office {n}, others {past})</translation>
    </message>
    <message>
        <source>来自项目台账的栏，没有起止日期；在左边的表中修改</source>
        <translation>From the project ledger&apos;s column, without dates; change it in the table at the left</translation>
    </message>
</context>
<context>
    <name>ThreeNotPage</name>
    <message>
        <source>清除筛选</source>
        <translation>Remove filters</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>选中</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>未登记问题 {n} 个</source>
        <translation>{n} without a recorded problem</translation>
    </message>
    <message>
        <source>没有符合条件的项目</source>
        <translation>No project fits</translation>
    </message>
    <message>
        <source>{word} {n} 个，列入时总投资 {amount} {unit}，逾期 {late} 个</source>
        <translation>{word} {n}, investment at listing {amount} {unit}, {late} overdue</translation>
    </message>
    <message>
        <source>（最长 {days} 天）</source>
        <translation>(longest {days} days)</translation>
    </message>
    <message>
        <source>有行已不符合当前筛选或排序（F5 重新整理）</source>
        <translation>Some rows no longer fit the filter or order (F5 arranges them)</translation>
    </message>
    <message>
        <source>“{head}”在此不能修改，可修改：{columns}（按 Tab 到下一个）</source>
        <translation>“{head}” cannot be changed here; these can: {columns} (Tab goes to the next)</translation>
    </message>
    <message>
        <source>台账以只读方式打开，不能修改</source>
        <translation>The ledger is open for reading only</translation>
    </message>
    <message>
        <source>本月退出  {n}</source>
        <translation>Left this month  {n}</translation>
    </message>
    <message>
        <source>{month}1日至{day}</source>
        <translation>From the 1st of {month} to {day}</translation>
    </message>
    <message>
        <source>本月退出</source>
        <translation>Left this month</translation>
    </message>
    <message>
        <source>这是分组行，不能修改；空格键收起或展开</source>
        <translation>This is the head of a group and cannot be changed; Space folds or opens it</translation>
    </message>
    <message>
        <source>请先在清单中选中项目</source>
        <translation>Select projects in the list first</translation>
    </message>
    <message>
        <source>各月变化</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>分组，各组有个数、投资和逾期数（Alt+G）</source>
        <translation>Group; each group has its count, investment and overdue (Alt+G)</translation>
    </message>
    <message>
        <source>不分组</source>
        <translation>Not grouped</translation>
    </message>
    <message>
        <source>按{column}分组</source>
        <translation>By {column}</translation>
    </message>
    <message>
        <source>这里一次粘贴一格；成块粘贴请到“项目台账”或“问题与责任”</source>
        <translation>One cell at a time is pasted here; for blocks go to the ledger or to problems and duties</translation>
    </message>
</context>
<context>
    <name>TickDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>办理记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>办理记录（{n} 条，近的在上）</source>
        <translation>Record ({n} lines, newest first)</translation>
    </message>
    <message>
        <source>还没有办理记录</source>
        <translation>Nothing recorded yet</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>改动即时保存</source>
        <translation>Changes are saved at once</translation>
    </message>
    <message>
        <source>只读：{who}（电脑 {computer}）自 {since} 起正在使用</source>
        <translation>Read-only: in use by {who} (computer {computer}) since {since}</translation>
    </message>
    <message>
        <source>只读：文件不可写</source>
        <translation>Read-only: the file cannot be written</translation>
    </message>
    <message>
        <source>打开其他台账…</source>
        <translation>Open another ledger…</translation>
    </message>
    <message>
        <source>打开台账所在文件夹</source>
        <translation>Open the ledger&apos;s folder</translation>
    </message>
    <message>
        <source>单位名称（报表落款）…</source>
        <translation>Office name (foot of reports)…</translation>
    </message>
    <message>
        <source>台账：{name}</source>
        <translation>Ledger: {name}</translation>
    </message>
    <message>
        <source>未填写</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>用于报表落款。现为：{name}</source>
        <translation>At the foot of reports. Now: {name}</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Office name</translation>
    </message>
    <message>
        <source>查找全部（Ctrl+K）</source>
        <translation>Find anything (Ctrl+K)</translation>
    </message>
    <message>
        <source>查找项目、企业、手续文号、问题、人员、电话（Ctrl+K）</source>
        <translation>Find projects, companies, document numbers, problems, people, phones (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>TrendCells</name>
    <message>
        <source>逾期项目距计划时间的天数</source>
        <translation>Days since the planned date, of those overdue</translation>
    </message>
    <message>
        <source>截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>进入</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>退出：
已走到下一步</source>
        <translation>Left: took
the step</translation>
    </message>
    <message>
        <source>退出：
终止、调出</source>
        <translation>Left: ended
or moved</translation>
    </message>
    <message>
        <source>退出：
停工不计</source>
        <translation>Left:
standing still</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>上月末曾计入、按现在的记录不应计入的项目；往月已按现在的记录重算</source>
        <translation>Counted at the end of last month, and would not be by what is recorded now; earlier months are worked out anew</translation>
    </message>
    <message>
        <source>月末在列</source>
        <translation>In the list</translation>
    </message>
    <message>
        <source>其中
逾期</source>
        <translation>Of these
overdue</translation>
    </message>
    <message>
        <source>平均
逾期天数</source>
        <translation>Average
days late</translation>
    </message>
    <message>
        <source>逾期天数
中位数</source>
        <translation>Median
days late</translation>
    </message>
    <message>
        <source>平均
在列天数</source>
        <translation>Average
days in list</translation>
    </message>
    <message>
        <source>自进入清单之日起的平均天数，进入时间不明的不计</source>
        <translation>Average days since coming into the list; those whose day is not known are left out</translation>
    </message>
</context>
<context>
    <name>TrendView</name>
    <message>
        <source>三未清单各月变化</source>
        <translation>The stuck list by month</translation>
    </message>
    <message>
        <source>近 {n} 个月；进入、退出按现在记录的时间计，往月已重算</source>
        <translation>The last {n} months; by the dates recorded now, earlier months worked out anew</translation>
    </message>
    <message>
        <source>截至 {day}：在列 {n} 个，本月进入 {came} 个、退出 {went} 个</source>
        <translation>As of {day}: {n} in the list; {came} entered and {went} left this month</translation>
    </message>
    <message>
        <source>进入</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>月末在列</source>
        <translation>In the list</translation>
    </message>
    <message>
        <source>其中逾期</source>
        <translation>Of these overdue</translation>
    </message>
    <message>
        <source>{year}年{month}月</source>
        <translation>{year}-{month}</translation>
    </message>
    <message>
        <source>{month}月</source>
        <translation>{month}</translation>
    </message>
</context>
<context>
    <name>TurnBar</name>
    <message>
        <source>退出方式</source>
        <translation>How it ended</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>可写 2024-03-31、2024.3、2024年3月</source>
        <translation>2024-03-31, 2024.3 or 2024年3月</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>等 {n} 个项目</source>
        <translation> and others, {n} projects</translation>
    </message>
    <message>
        <source>登记停工：</source>
        <translation>Standing still: </translation>
    </message>
    <message>
        <source>登记复工：</source>
        <translation>Going on: </translation>
    </message>
    <message>
        <source>登记终止或调出：</source>
        <translation>Ended or moved: </translation>
    </message>
    <message>
        <source>请填写时间</source>
        <translation>Say when</translation>
    </message>
    <message>
        <source>等 {n} 处</source>
        <translation>and more, {n} in all</translation>
    </message>
    <message>
        <source>“{name}”：{what}</source>
        <translation>“{name}”: {what}</translation>
    </message>
</context>
<context>
    <name>TurnButtons</name>
    <message>
        <source>停工…</source>
        <translation>Standing still…</translation>
    </message>
    <message>
        <source>复工…</source>
        <translation>Going on…</translation>
    </message>
    <message>
        <source>终止或调出…</source>
        <translation>Ended or moved…</translation>
    </message>
    <message>
        <source>登记选中项目{what}的时间和原因（{key}）</source>
        <translation>Register day and reason for the selected projects: {what} ({key})</translation>
    </message>
</context>
<context>
    <name>ViewButton</name>
    <message>
        <source>视图：{name}（Alt+V）</source>
        <translation>View: {name} (Alt+V)</translation>
    </message>
    <message>
        <source>，筛选、排序或分组已改动</source>
        <translation>, filter, sorting or grouping changed</translation>
    </message>
    <message>
        <source>视图：{name}</source>
        <translation>View: {name}</translation>
    </message>
    <message>
        <source>保存对此视图的改动</source>
        <translation>Save the changes to this view</translation>
    </message>
    <message>
        <source>另存为视图…</source>
        <translation>Save as a view…</translation>
    </message>
    <message>
        <source>重命名…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>删除此视图</source>
        <translation>Delete this view</translation>
    </message>
    <message>
        <source>导出此视图…</source>
        <translation>Export this view…</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>诉求转问题</source>
        <translation>Turn into problem</translation>
    </message>
    <message>
        <source>把这次走访的企业诉求列入问题清单（Ctrl+Shift+P）</source>
        <translation>Put this visit&apos;s request on the list of problems (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>尚无领办代办记录。可在“数据交换”页导入领办代办台账。</source>
        <translation>No agency cases yet. Import the book on the Exchange page.</translation>
    </message>
    <message>
        <source>领办代办 {items} 项，共涉及 {cases} 件、{projects} 个项目；已办结 {done_items} 项 {done_cases} 件。评价 {rated} 项，满意 {satisfied} 项。</source>
        <translation>{items} agency items, {cases} cases, {projects} projects; done: {done_items} items, {done_cases} cases. Rated {rated}, satisfied {satisfied}.</translation>
    </message>
    <message>
        <source>{uncounted} 项未填件数。</source>
        <translation>{uncounted} items do not give their number of cases.</translation>
    </message>
    <message>
        <source>企业诉求已列入问题清单，请到“问题与责任”页办理</source>
        <translation>The request is on the list of problems; go on there</translation>
    </message>
    <message>
        <source>已转
问题</source>
        <translation>Made a
problem</translation>
    </message>
    <message>
        <source>满意度
1–5</source>
        <translation>Rating
1–5</translation>
    </message>
    <message>
        <source>诉求未落实</source>
        <translation>Unanswered requests</translation>
    </message>
    <message>
        <source>已转问题</source>
        <translation>Made a problem</translation>
    </message>
    <message>
        <source>还没有走访记录。按 Insert 新增一次走访。</source>
        <translation>No visits yet. Insert adds one.</translation>
    </message>
    <message>
        <source>四步未齐</source>
        <translation>Steps missing</translation>
    </message>
    <message>
        <source>还没有走访过的项目。</source>
        <translation>No project has been visited yet.</translation>
    </message>
    <message>
        <source>用时
（天）</source>
        <translation>Days
taken</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>办结未评价</source>
        <translation>Done, not rated</translation>
    </message>
    <message>
        <source>新事项</source>
        <translation>New matter</translation>
    </message>
    <message>
        <source>还没有领办代办记录。按 Insert 新增，或在“数据交换”页导入。</source>
        <translation>No agency cases yet. Insert adds one, or import them on the Exchange page.</translation>
    </message>
    <message>
        <source>还没有领办代办记录。</source>
        <translation>No agency cases yet.</translation>
    </message>
    <message>
        <source>逾期未兑现</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>兑现未核查</source>
        <translation>Kept, not checked</translation>
    </message>
    <message>
        <source>新承诺事项</source>
        <translation>New commitment</translation>
    </message>
    <message>
        <source>还没有承诺事项。按 Insert 新增。</source>
        <translation>No commitments yet. Insert adds one.</translation>
    </message>
</context>
<context>
    <name>Warned</name>
    <message>
        <source>正在核对手续…</source>
        <translation>Checking procedures…</translation>
    </message>
</context>
<context>
    <name>WorkBook</name>
    <message>
        <source>这里不能删除项目。结束任职请在右侧选中一人，按 Alt+E</source>
        <translation>Projects cannot be deleted here. To end a term, select a person at the right and press Alt+E</translation>
    </message>
</context>
<context>
    <name>WorkbenchPage</name>
    <message>
        <source>{n} 个项目 · {zones} 个开发区</source>
        <translation>{n} projects · {zones} zones</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>To check</translation>
    </message>
    <message>
        <source> 处</source>
        <translation> values</translation>
    </message>
    <message>
        <source>写法与栏目不符、按原文保留的内容</source>
        <translation>Values kept as typed because they do not fit their field</translation>
    </message>
    <message>
        <source>未列入任何批次</source>
        <translation>In no batch</translation>
    </message>
    <message>
        <source> 个</source>
        <translation> projects</translation>
    </message>
    <message>
        <source>未列入批次的项目不计入三率和三未</source>
        <translation>Projects in no batch do not count in the rates or the stuck lists</translation>
    </message>
    <message>
        <source>三未项目无包联领导</source>
        <translation>Stuck projects without a sponsor</translation>
    </message>
    <message>
        <source>未填包联领导的三未项目</source>
        <translation>Stuck projects whose sponsor is not filled in</translation>
    </message>
    <message>
        <source>分开发区</source>
        <translation>By zone</translation>
    </message>
    <message>
        <source>台账里还没有项目</source>
        <translation>No project in the ledger yet</translation>
    </message>
    <message>
        <source>导入台账工作簿</source>
        <translation>Import a ledger workbook</translation>
    </message>
    <message>
        <source>新增项目</source>
        <translation>Add a project</translation>
    </message>
    <message>
        <source>这里显示每天要办的事、三率、三未和手续办结率。先把手头的台账工作簿导入，或直接新增项目。</source>
        <translation>This page shows the day&apos;s work, the three rates, stuck projects and the completion of procedures. Import the workbook at hand first, or add a project.</translation>
    </message>
</context>
<context>
    <name>ZoneCells</name>
    <message>
        <source>开发区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>开工率
按投资额</source>
        <translation>Start rate
by investment</translation>
    </message>
    <message>
        <source>开工率
按个数</source>
        <translation>Start rate
by count</translation>
    </message>
    <message>
        <source>手续
办结率</source>
        <translation>Procedures
done</translation>
    </message>
    <message>
        <source>（未填开发区）</source>
        <translation>(zone not filled in)</translation>
    </message>
    <message>
        <source>{zone} · 需办手续的项目</source>
        <translation>{zone} · projects that need procedures</translation>
    </message>
    <message>
        <source>{zone} · 手续办结率 {a}/{b} 件</source>
        <translation>{zone} · procedures done {a}/{b}</translation>
    </message>
    <message>
        <source>{zone} · {label}：已开工 {a} 个，签约 {b} 个
口径：{note}</source>
        <translation>{zone} · {label}: {a} started of {b} signed
Basis: {note}</translation>
    </message>
    <message>
        <source>{zone} · {label} {n} 个，其中逾期 {late} 个</source>
        <translation>{zone} · {label} {n}, of which {late} overdue</translation>
    </message>
    <message>
        <source>项目
个数</source>
        <translation>Number of
projects</translation>
    </message>
</context>
<context>
    <name>ZoneCounts</name>
    <message>
        <source>未填开发区</source>
        <translation>No zone</translation>
    </message>
    <message>
        <source>滞后项目分开发区</source>
        <translation>Behind, by zone</translation>
    </message>
    <message>
        <source>没有滞后的项目</source>
        <translation>No project is behind</translation>
    </message>
    <message>
        <source>{zone}滞后项目</source>
        <translation>Behind in {zone}</translation>
    </message>
</context>
<context>
    <name>_Periods</name>
    <message>
        <source>以往各期（近的在上）</source>
        <translation>Earlier periods (latest first)</translation>
    </message>
</context>
<context>
    <name>duties</name>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>逾期(天)</source>
        <translation>Overdue (days)</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>历时(天)</source>
        <translation>Open (days)</translation>
    </message>
    <message>
        <source>未销号</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>未响应</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>待核验</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>待销号</source>
        <translation>To be closed</translation>
    </message>
    <message>
        <source>已升级</source>
        <translation>Escalated</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>还没有登记问题。按 Insert 选一个项目，写下问题。</source>
        <translation>No problems yet. Press Insert, choose a project and write the problem down.</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Urged</translation>
    </message>
    <message>
        <source>未反馈</source>
        <translation>No feedback</translation>
    </message>
    <message>
        <source>已催办</source>
        <translation>Urged</translation>
    </message>
    <message>
        <source>还没有督办事项。按 Insert 下发督办，或在问题清单中对逾期问题按 Alt+D。</source>
        <translation>Nothing under supervision yet. Press Insert to issue a matter, or Alt+D on an overdue problem in the list of problems.</translation>
    </message>
    <message>
        <source>缺{role}</source>
        <translation>No {role}</translation>
    </message>
    <message>
        <source>任职有疑</source>
        <translation>Doubtful terms</translation>
    </message>
    <message>
        <source>还没有项目。请先导入台账，或在项目台账中新增项目。</source>
        <translation>No projects yet. Import a ledger first, or add a project in the project ledger.</translation>
    </message>
    <message>
        <source>未落实</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>请明确{role}</source>
        <translation>Name a {role}</translation>
    </message>
    <message>
        <source>有任职起止，接任和结束请在右侧办理（Alt+Z、Alt+E）</source>
        <translation>There are terms of duty: succeed or end them at the right (Alt+Z, Alt+E)</translation>
    </message>
    <message>
        <source>责任清单中还没有写明姓名。</source>
        <translation>No names in the list of duties yet.</translation>
    </message>
    <message>
        <source>{name}的在办项目</source>
        <translation>Running projects of {name}</translation>
    </message>
    <message>
        <source>{name}有未销号问题的项目</source>
        <translation>Projects with open problems of {name}</translation>
    </message>
</context>
<context>
    <name>grounds</name>
    <message>
        <source>新开发区</source>
        <translation>New zone</translation>
    </message>
    <message>
        <source>还没有开发区。按 Insert 新增，或导入项目时自动建立</source>
        <translation>No zones yet. Insert adds one; importing projects adds theirs</translation>
    </message>
    <message>
        <source>新批次</source>
        <translation>New batch</translation>
    </message>
    <message>
        <source>还没有活动批次。按 Insert 新增，或导入项目时自动建立</source>
        <translation>No batches yet. Insert adds one; importing projects adds theirs</translation>
    </message>
    <message>
        <source>代码有误</source>
        <translation>Wrong code</translation>
    </message>
    <message>
        <source>未填代码</source>
        <translation>No code</translation>
    </message>
    <message>
        <source>没有项目</source>
        <translation>No projects</translation>
    </message>
    <message>
        <source>新企业</source>
        <translation>New enterprise</translation>
    </message>
    <message>
        <source>还没有企业。按 Insert 新增，或导入项目时自动建立</source>
        <translation>No enterprises yet. Insert adds one; importing projects adds theirs</translation>
    </message>
</context>
<context>
    <name>looked_at</name>
    <message>
        <source>全部批次</source>
        <translation>All batches</translation>
    </message>
    <message>
        <source>第一批</source>
        <translation>first batch</translation>
    </message>
    <message>
        <source>最近一批</source>
        <translation>latest batch</translation>
    </message>
    <message>
        <source>{first}至{last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>全部开发区</source>
        <translation>All zones</translation>
    </message>
    <message>
        <source>截至{day} · {held} · {zone}</source>
        <translation>As of {day} · {held} · {zone}</translation>
    </message>
</context>
<context>
    <name>meetings</name>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>还没有例行工作。建立周例会、旬复盘、月通报等例行工作后，到期的会列在这里。</source>
        <translation>No duties yet. Once there are weekly meetings, reviews and bulletins, what is due is listed here.</translation>
    </message>
    <message>
        <source>已召开{name}</source>
        <translation>Held: {name}</translation>
    </message>
    <message>
        <source>迟 {n} 天完成</source>
        <translation>Done {n} days late</translation>
    </message>
    <message>
        <source>按期完成</source>
        <translation>Done in time</translation>
    </message>
    <message>
        <source>已过 {n} 天</source>
        <translation>{n} days past</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>还有 {n} 天</source>
        <translation>{n} days left</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>未办
事项</source>
        <translation>Open
items</translation>
    </message>
    <message>
        <source>还没有会议。按 Insert 新增一次会议，右侧即列出上次会议以来的变化。</source>
        <translation>No meetings yet. Press Insert to add one: what changed since the last is then shown at the right.</translation>
    </message>
    <message>
        <source>议定 {n} 项，未办结 {o} 项，逾期 {d} 项</source>
        <translation>{n} items, {o} open, {d} overdue</translation>
    </message>
    <message>
        <source>逾期
（天）</source>
        <translation>Overdue
(days)</translation>
    </message>
    <message>
        <source>最新进展</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>七天内到期</source>
        <translation>Due in 7 days</translation>
    </message>
    <message>
        <source>无时限</source>
        <translation>No deadline</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>（新议定事项）</source>
        <translation>(new action item)</translation>
    </message>
    <message>
        <source>还没有议定事项。按 Insert 新增。</source>
        <translation>No action items yet. Press Insert to add one.</translation>
    </message>
    <message>
        <source>倒计时</source>
        <translation>Countdown</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>已达到</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>滞后</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>完成率
（%）</source>
        <translation>Reached
(%)</translation>
    </message>
    <message>
        <source>还没有专项行动。按 Insert 新增，可把当前范围内尚未达到目标的项目一次列入。</source>
        <translation>No campaigns yet. Press Insert to add one; every project in scope short of the goal can be taken in at once.</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Duty unit</translation>
    </message>
    <message>
        <source>服务专员</source>
        <translation>Service officer</translation>
    </message>
    <message>
        <source>此行动还没有项目。在右侧把当前范围内的项目一次列入，或按 Insert 逐个选择。</source>
        <translation>This campaign has no projects yet. Take in those in scope at the right, or press Insert to choose one.</translation>
    </message>
    <message>
        <source>状态待核</source>
        <translation>State to be checked</translation>
    </message>
    <message>
        <source>还没有议定事项。按 Alt+3 到此处，再按 Insert 新增。</source>
        <translation>No action items yet. Press Alt+3 to come here, then Insert to add one.</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>备份与恢复</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>数据交换</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>操作记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>项目台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>手续</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>Recycle bin</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>三未</source>
        <translation>Stuck projects</translation>
    </message>
    <message>
        <source>工作台</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>问题与责任</source>
        <translation>Problems and duties</translation>
    </message>
    <message>
        <source>调度</source>
        <translation>Scheduling</translation>
    </message>
    <message>
        <source>作战图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>走访代办</source>
        <translation>Visits and agency</translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message>
        <source>正在打印第 {n} 页</source>
        <translation>Printing page {n}</translation>
    </message>
    <message>
        <source>正在显示第 {n} 页，共 {count} 页</source>
        <translation>Showing page {n} of {count}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>开发区</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>活动批次</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>企业</source>
        <translation>Enterprises</translation>
    </message>
    <message>
        <source>节假日</source>
        <translation>Holidays</translation>
    </message>
    <message>
        <source>亮灯规则</source>
        <translation>Light rules</translation>
    </message>
    <message>
        <source>倒排节点</source>
        <translation>Milestones</translation>
    </message>
    <message>
        <source>单位与署名</source>
        <translation>Office and signature</translation>
    </message>
    <message>
        <source>并联发证组合</source>
        <translation>Packages of permits</translation>
    </message>
    <message>
        <source>手续模板</source>
        <translation>Procedure templates</translation>
    </message>
    <message>
        <source>例行工作</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>三未口径</source>
        <translation>Stuck lists</translation>
    </message>
</context>
</TS>
