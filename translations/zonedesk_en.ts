<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
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
    <name>Importer</name>
    <message>
        <source>正在按您的选择重新比对…</source>
        <translation>Comparing anew by your choices…</translation>
    </message>
    <message>
        <source>正在读取 {file}</source>
        <translation>Reading {file}</translation>
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
        <source>恢复到此备份(&amp;R)…</source>
        <translation>&amp;Restore this backup…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>不恢复，回到备份列表</source>
        <translation>Restore nothing, back to the list of backups</translation>
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
        <source>已导出 {n} 行：{path}</source>
        <translation>{n} rows exported: {path}</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
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
</context>
<context>
    <name>MatrixCells</name>
    <message>
        <source>项目名称</source>
        <translation>Project name</translation>
    </message>
    <message>
        <source>办结率</source>
        <translation>Completion rate</translation>
    </message>
    <message>
        <source>{project}
{name}：台账中无此项。选一个状态即列入</source>
        <translation>{project}
{name}: not in the ledger. Choosing a state adds it</translation>
    </message>
    <message>
        <source>{name}
{zone}
双击或回车：在项目台账中打开</source>
        <translation>{name}
{zone}
Double-click or Enter: open in the ledger</translation>
    </message>
    <message>
        <source>{name}
已办结 {a} 件，需办 {b} 件，办结率 {percent}</source>
        <translation>{name}
{a} done of {b} required, completion rate {percent}</translation>
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
        <source>办结晚于截至日，截至日尚未办结</source>
        <translation>Done after the as-of day; not yet done on that day</translation>
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
    <name>Notice</name>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
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
        <source>此后的改动记“{who}”</source>
        <translation>Later changes carry “{who}”</translation>
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
    <name>OverdueCells</name>
    <message>
        <source>逾期
（天）</source>
        <translation>Overdue
(days)</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Project name</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>What</translation>
    </message>
    <message>
        <source>应于</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>责任</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>手续</source>
        <translation>Procedures</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>项目、企业、手续文号、问题、人员、电话…… 可用拼音首字母</source>
        <translation>Projects, companies, document numbers, problems, people, phones … pinyin initials work too</translation>
    </message>
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
        <source>受理
天数</source>
        <translation>Days since
accepted</translation>
    </message>
    <message>
        <source>逾期
天数</source>
        <translation>Days
overdue</translation>
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
        <source>{n} 个新项目</source>
        <translation>{n} new projects</translation>
    </message>
    <message>
        <source>{n} 条新记录</source>
        <translation>{n} new records</translation>
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
        <source>{n} 条与台账相同</source>
        <translation>{n} the same as in the ledger</translation>
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
    <name>ProcedurePanel</name>
    <message>
        <source>新增手续</source>
        <translation>Add a procedure</translation>
    </message>
    <message>
        <source>选中一格，在此查看和修改</source>
        <translation>Choose a cell to see and change it here</translation>
    </message>
    <message>
        <source>办结于哪一天</source>
        <translation>Done on which day</translation>
    </message>
    <message>
        <source>无需办理的理由</source>
        <translation>Why not required</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>手续名称</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>选一项，或写新的名称</source>
        <translation>Choose one, or write a new name</translation>
    </message>
    <message>
        <source>为项目新增手续</source>
        <translation>Add a procedure to a project</translation>
    </message>
</context>
<context>
    <name>ProceduresPage</name>
    <message>
        <source>仅看未办结项目</source>
        <translation>Projects with pending only</translation>
    </message>
    <message>
        <source>新增手续</source>
        <translation>Add a procedure</translation>
    </message>
    <message>
        <source>为选中的项目新增一项手续（Insert）</source>
        <translation>Add a procedure to the chosen project (Insert)</translation>
    </message>
    <message>
        <source>未办结 {n} 件</source>
        <translation>{n} pending</translation>
    </message>
    <message>
        <source>显示 {n} 个项目、{names} 项手续</source>
        <translation>{n} projects, {names} procedures shown</translation>
    </message>
    <message>
        <source>还没有手续。导入“前期手续办理情况表”，或在右侧为项目新增手续。</source>
        <translation>No procedures yet. Import a table of procedures, or add one to a project at the right.</translation>
    </message>
    <message>
        <source>&#x3000;方向键移动，回车选状态</source>
        <translation>  Arrows move, Enter chooses the state</translation>
    </message>
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
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>已保存：{path}</source>
        <translation>Saved: {path}</translation>
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
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>{count} 条以上</source>
        <translation>more than {count}</translation>
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
</context>
<context>
    <name>SearchKeeper</name>
    <message>
        <source>准备查找</source>
        <translation>Prepare the search</translation>
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
        <source>{result}（已撤销）</source>
        <translation>{result} (undone)</translation>
    </message>
    <message>
        <source>把上级或部门发来的表读进台账：三个一批台账、手续办理情况表、月度进展表、三未清单。先看识别结果和逐格变化，确认后才写入；导入算一步，可整体撤销。</source>
        <translation>Read a table from above or from a bureau into the ledger: project ledgers, tables of procedures, monthly progress, lists of stuck projects. Look at what was recognised and at every change first; only then is it written, as one step that can be undone.</translation>
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
    <name>StuckCard</name>
    <message>
        <source>总投资 {amount} {unit}</source>
        <translation>Total investment {amount} {unit}</translation>
    </message>
    <message>
        <source>{label}
口径：列入批次、到截至日尚未走到下一步且未终止的项目；计划时间已到为逾期；总投资为列入时总投资
{scope}</source>
        <translation>{label}
Basis: listed projects that had not taken the next step by the as-of day and have not ended; overdue once the planned date has come; investment at listing
{scope}</translation>
    </message>
    <message>
        <source> 个</source>
        <translation> projects</translation>
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
取自项目的责任落实；在此填写则记入问题</source>
        <translation>{text}
Taken from the project&apos;s duties; what is typed here goes to the problem</translation>
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
        <source>全部堵点类别</source>
        <translation>All kinds of obstacle</translation>
    </message>
    <message>
        <source>按堵点类别筛选</source>
        <translation>Filter by kind of obstacle</translation>
    </message>
    <message>
        <source>按堵点类别筛选；开发区在右上角选</source>
        <translation>Filter by kind of obstacle; the zone is chosen at the top right</translation>
    </message>
    <message>
        <source>未填类别</source>
        <translation>no kind given</translation>
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
    <name>WorkbenchPage</name>
    <message>
        <source>{n} 个项目 · {zones} 个开发区</source>
        <translation>{n} projects · {zones} zones</translation>
    </message>
    <message>
        <source>有逾期事项的项目</source>
        <translation>Projects with something overdue</translation>
    </message>
    <message>
        <source>已过计划时间的三未项目、已过完成时限的问题、已过承诺时间的手续</source>
        <translation>Stuck projects past their planned date, problems past their deadline, procedures past the promised day</translation>
    </message>
    <message>
        <source>逾期 </source>
        <translation>Overdue </translation>
    </message>
    <message>
        <source> 项，涉及 </source>
        <translation> items in </translation>
    </message>
    <message>
        <source> 个项目</source>
        <translation> projects</translation>
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
        <source>这里显示三率、三未、手续办结率和逾期事项。先把手头的台账工作簿导入，或直接新增项目。</source>
        <translation>Rates, stuck projects, procedures and overdue matters are shown here. Import the workbook you have, or add a project.</translation>
    </message>
    <message>
        <source>导入台账工作簿</source>
        <translation>Import a ledger workbook</translation>
    </message>
    <message>
        <source>新增项目</source>
        <translation>Add a project</translation>
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
</TS>
