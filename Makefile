# Two commands on a bare machine: `make run` and `make test`. Each makes what it needs first.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
# Qt's own tools: those of the environment, else those on the path. Nothing is fetched for them.
QT_BIN := $(if $(wildcard $(BIN)/pyside6-lupdate),$(BIN)/,)

# What Qt loads from the system (Debian names); a desktop has them, a bare server has not.
# All that libqxcb.so and what it stands on name as needed: one that is missing, and no window opens.
QT_LIBRARIES := libEGL.so.1 libGL.so.1 libX11.so.6 libX11-xcb.so.1 libdbus-1.so.3 libfontconfig.so.1 libfreetype.so.6 \
                libglib-2.0.so.0 libgthread-2.0.so.0 libxkbcommon.so.0 libxkbcommon-x11.so.0 libxcb.so.1 \
                libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-randr.so.0 \
                libxcb-render.so.0 libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-shm.so.0 libxcb-sync.so.1 \
                libxcb-util.so.1 libxcb-xfixes.so.0 libxcb-xkb.so.1
QT_PACKAGES  := libegl1 libgl1 libx11-6 libx11-xcb1 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 \
                libxkbcommon0 libxkbcommon-x11-0 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 \
                libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 \
                libxcb-xfixes0 libxcb-xkb1

.DEFAULT_GOAL := help
.PHONY: help run demo test check bench kills translations system clean

help:  ## 列出各命令
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 16

run: $(READY)  ## 打开程序；没有显示器时改为运行演示
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then $(BIN)/zonedesk; \
	else echo "未检测到显示器，改为运行演示：zonedesk demo build/demo"; mkdir -p build; $(BIN)/zonedesk demo build/demo; fi

demo: $(READY)  ## 在虚构台账上走完一个月，结果放在 build/demo
	@mkdir -p build && $(BIN)/zonedesk demo build/demo

test: check  ## 代码检查和全部测试
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2

check: $(READY)  ## 只做代码检查
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)  ## 速度：同一次运行内的比值
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

kills: $(READY)  ## 随机时刻强制终止 500 次，核对有没有丢失一步
	$(BIN)/python -m tests.kill --kills 500

translations:  ## 从代码更新译文文件，并制成界面可读的形式（ZONEDESK_LANG=en 时使用）
	$(QT_BIN)pyside6-lupdate -silent -locations none -no-obsolete -source-language zh_CN -target-language en \
		-tr-function-alias QT_TRANSLATE_NOOP+=to_translate \
		$$(git ls-files -c -o --exclude-standard 'zonedesk/desktop/*.py') -ts translations/zonedesk_en.ts
	$(QT_BIN)pyside6-lrelease -silent translations/zonedesk_en.ts -qm translations/zonedesk_en.qm

$(READY): pyproject.toml | system
	@$(PYTHON) -m venv $(VENV)
	@echo "正在安装依赖（首次约一两分钟）…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

system:
	@missing=""; \
	if [ "$$(uname)" = Linux ]; then \
	  for lib in $(QT_LIBRARIES); do ldconfig -p 2>/dev/null | grep -q "$$lib" || missing="$$missing $$lib"; done; \
	fi; \
	packages=""; [ -z "$$missing" ] || packages="$(QT_PACKAGES)"; \
	$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || packages="$$packages python3-venv"; \
	[ -z "$$packages" ] && exit 0; \
	echo "正在安装系统组件：$$packages"; \
	if ! command -v apt-get >/dev/null; then echo "请先安装：$$packages"; exit 1; fi; \
	sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	$$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$packages >/dev/null

clean:  ## 删除环境和生成的文件
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
