"""The one style sheet, written from a Theme and keyed on dynamic properties.

A widget says what it is (`kind="primary"`, `role="title"`, `tone="text2"`), and
the rules below say what that looks like. No window holds a rule of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.ui.theme import Theme

TONES = (
    "text",
    "text2",
    "text3",
    "accent",
    "warn",
    "danger",
    "ok",
    "stretch",
    "on_soft",
    "on_danger_soft",
)


PILL = 26


def write(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    return "\n".join(
        (
            _labels(theme),
            _frames(theme),
            _buttons(theme),
            _fields(theme),
            _lists(theme),
            _sources(theme),
            _scroll_bars(theme),
            _menus(theme),
        )
    )


def _labels(theme: Theme) -> str:
    rules = [
        f'QLabel[role="{role}"] {{ font-size: {theme.pt(role):.2f}pt;'
        f" font-weight: {int(kind['weight'])}; }}"
        for role, kind in theme.tokens.type.items()
    ]
    rules += [
        f'QLabel[tone="{tone}"] {{ color: {theme.hex(tone)}; }}' for tone in TONES
    ]
    return "\n".join(rules)


def _frames(theme: Theme) -> str:
    t, width = theme.hex, theme.border
    return f"""
QFrame[kind="card"] {{ background: {t("surface")};
  border: {width}px solid {t("line")}; border-radius: 12px; }}
QFrame[kind="banner"] {{ background: {t("warn_soft")}; border-radius: 10px; }}
QFrame[kind="alarm"] {{ background: {t("danger_soft")}; border-radius: 12px; }}
QFrame[kind="quiet"] {{ background: {t("sunken")}; border-radius: 8px; }}
QFrame[kind="halo"] {{ background: {t("accent_soft")}; border-radius: 8px; }}
QWidget[kind="side"] {{ background: {t("sunken")}; }}
QWidget[kind="bar"] {{ background: {t("surface")};
  border-top: {width}px solid {t("line")}; }}
QFrame[kind="divider"] {{ background: {t("line")}; border: none;
  min-height: 1px; max-height: 1px; }}
QFrame[kind="chip"] {{ background: {t("sunken")}; border-radius: 11px; }}
QFrame[kind="pill"] {{ background: {t("sunken")};
  border-radius: {theme.px(PILL) // 2}px; min-height: {theme.px(PILL)}px; }}
"""


def _buttons(theme: Theme) -> str:
    t, width, height = theme.hex, theme.border, theme.px(36) - 2 * theme.border
    big = theme.px(46) - 2 * theme.border
    tall = theme.px(54) - 2 * theme.border
    thick = max(2, width)
    return f"""
QPushButton {{ background: {t("surface")}; color: {t("text")};
  border: {width}px solid {t("control")}; border-radius: 8px;
  min-height: {height}px; padding: 0px 14px; font-weight: 500;
  outline: none; }}
QPushButton[big="true"] {{ min-height: {big}px; padding: 0px 18px; }}
QPushButton[tall="true"] {{ min-height: {tall}px; padding: 0px 20px; }}
QPushButton[lines="two"] {{ min-height: {max(46 - 2 * width, height)}px; }}
QPushButton:hover {{ background: {t("sunken")}; }}
QPushButton:pressed {{ background: {t("line")}; }}
QPushButton:disabled {{ color: {t("text3")}; border-color: {t("line")};
  background: {t("surface")}; }}
QPushButton[kind="primary"] {{ background: {t("accent")};
  color: {t("on_accent")}; border-color: {t("accent")}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {t("accent_hover")};
  border-color: {t("accent_hover")}; }}
QPushButton[kind="primary"]:pressed {{ background: {t("accent_press")};
  border-color: {t("accent_press")}; }}
QPushButton[kind="primary"]:disabled {{ background: {t("sunken")};
  color: {t("text3")}; border-color: {t("line")}; }}
QPushButton[kind="quiet"], QPushButton[kind="link"] {{
  background: transparent; border-color: transparent; color: {t("text2")}; }}
QPushButton[kind="link"] {{ color: {t("accent")}; }}
QPushButton[kind="quiet"]:hover, QPushButton[kind="link"]:hover {{
  background: {t("sunken")}; color: {t("text")}; }}
QPushButton[kind="link"]:hover {{ color: {t("accent_hover")}; }}
QPushButton[kind="quiet"]:pressed, QPushButton[kind="link"]:pressed {{
  background: {t("line")}; }}
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled {{
  color: {t("text3")}; background: transparent; border-color: transparent; }}
QPushButton[kind="danger"] {{ color: {t("danger")};
  border: {thick}px solid {t("danger")}; font-weight: 600;
  min-height: {height - 2 * (thick - width)}px; }}
QPushButton[kind="danger"][big="true"] {{
  min-height: {big - 2 * (thick - width)}px; }}
QPushButton[kind="danger"][tall="true"] {{
  min-height: {tall - 2 * (thick - width)}px; }}
QPushButton[kind="danger"]:hover {{ background: {t("danger_soft")}; }}
QPushButton[kind="danger"]:pressed {{ background: {t("danger_soft")};
  color: {t("on_danger_soft")}; }}
QPushButton[bare="true"] {{ padding: 0px; min-width: {height}px; }}
QPushButton[tight="true"] {{ padding: 0px 11px; }}
QPushButton[flush="true"] {{ padding: 0px 8px 0px 2px; }}
QPushButton[joined="left"] {{ border-top-right-radius: 0px;
  border-bottom-right-radius: 0px; }}
QPushButton[joined="right"] {{ border-top-left-radius: 0px;
  border-bottom-left-radius: 0px; border-left: none; }}
{_segments(theme)}
"""


def _segments(theme: Theme) -> str:
    t = theme.hex
    return f"""
QFrame[kind="segments"] {{ background: {t("surface")};
  border: {theme.border}px solid {t("control")}; border-radius: 8px; }}
QPushButton[kind="segment"] {{ background: transparent; color: {t("text2")};
  border: none; border-radius: 6px; padding: 0px 14px;
  min-height: {theme.px(28)}px; }}
QPushButton[kind="segment"]:hover {{ background: {t("sunken")};
  color: {t("text")}; }}
QPushButton[kind="segment"]:checked {{ background: {t("accent")};
  color: {t("on_accent")}; }}
QPushButton[kind="segment"]:disabled {{ color: {t("text3")}; }}
QPushButton[kind="rating"] {{ padding: 0px;
  min-width: {theme.px(44) - 2 * theme.border}px;
  min-height: {theme.px(48) - 2 * theme.border}px;
  font-size: {theme.pt("strong"):.2f}pt; font-weight: 600; }}
QPushButton[kind="rating"][small="true"] {{
  min-width: {theme.px(34) - 2 * theme.border}px;
  min-height: {theme.px(36) - 2 * theme.border}px; }}
QPushButton[kind="rating"]:hover {{ background: {t("accent_soft")};
  color: {t("on_soft")}; border-color: {t("accent")}; }}
QPushButton[kind="rating"]:checked {{ background: {t("accent")};
  color: {t("on_accent")}; border-color: {t("accent")}; }}
"""


def _fields(theme: Theme) -> str:
    t, width, height = theme.hex, theme.border, theme.px(36) - 2 * theme.border
    return f"""
QSpinBox, QComboBox, QLineEdit {{ background: {t("surface")}; color: {t("text")};
  border: {width}px solid {t("control")}; border-radius: 8px;
  min-height: {height}px; padding: 0px 10px;
  selection-background-color: {t("accent")};
  selection-color: {t("on_accent")}; }}
QSpinBox:disabled, QComboBox:disabled, QLineEdit:disabled {{
  color: {t("text3")}; border-color: {t("line")}; }}
QSpinBox[invalid="true"], QLineEdit[invalid="true"] {{
  border: {max(2, width)}px solid {t("danger")};
  min-height: {theme.px(36) - 2 * max(2, width)}px; padding: 0px 9px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 26px;
  background: transparent; subcontrol-origin: border; }}
QSpinBox::up-button {{ subcontrol-position: top right; }}
QSpinBox::down-button {{ subcontrol-position: bottom right; }}
QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox::drop-down {{ border: none; width: 30px; background: transparent; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {t("raised")}; color: {t("text")};
  border: 1px solid {t("control")}; padding: 4px; outline: none;
  selection-background-color: {t("accent_soft")};
  selection-color: {t("on_soft")}; }}
QComboBox QAbstractItemView::item {{ min-height: {theme.px(32)}px;
  padding: 0px 8px; border-radius: 6px; }}
"""


def _lists(theme: Theme) -> str:
    t = theme.hex
    return f"""
QListWidget {{ background: transparent; border: none; outline: none; }}
QListWidget[kind="sections"]::item {{ min-height: {theme.px(40)}px;
  border-radius: 8px; padding: 0px 12px; color: {t("text2")}; }}
QListWidget[kind="sections"]::item:hover {{ background: {t("line")}; }}
QListWidget[kind="sections"]::item:selected {{ background: {t("accent_soft")};
  color: {t("on_soft")}; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{
  background: transparent; border: none; }}
"""


def _sources(theme: Theme) -> str:
    t, width = theme.hex, theme.border
    return f"""
QPlainTextEdit[kind="source"] {{ background: {t("surface")}; color: {t("text")};
  border: {width}px solid {t("line")}; border-radius: 8px;
  selection-background-color: {t("accent")};
  selection-color: {t("on_accent")}; }}
QPlainTextEdit[kind="source"]::corner {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QSlider::groove:horizontal {{ background: {t("control")}; height: 4px;
  border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {t("accent")}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {t("accent")};
  width: {theme.px(18)}px; border-radius: {theme.px(18) // 2}px;
  margin: -{(theme.px(18) - 4) // 2}px 0px; }}
QSlider:horizontal {{ min-height: {theme.px(32)}px; }}
"""


def _scroll_bars(theme: Theme) -> str:
    t = theme.hex
    return f"""
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {t("control")}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t("text3")}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _menus(theme: Theme) -> str:
    t = theme.hex
    return f"""
QMenu {{ background: {t("raised")}; color: {t("text")};
  border: 1px solid {t("line")}; padding: 6px; }}
QMenu::item {{ padding: 7px 20px 7px 14px; border-radius: 6px; }}
QMenu::item:default {{ font-weight: 600; }}
QMenu::item:selected {{ background: {t("accent_soft")}; color: {t("on_soft")}; }}
QMenu::item:disabled {{ color: {t("text3")}; }}
QMenu::separator {{ height: 1px; background: {t("line")}; margin: 5px 4px; }}
QToolTip {{ background: {t("raised")}; color: {t("text")};
  border: 1px solid {t("control")}; padding: 4px 6px; }}
"""
