"""Props lie before or behind the body where they are, and come and go gently."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from deskstretch.body.scenery import Box, Cushion, Rod, Scene
from deskstretch.body.skeleton import Joint
from deskstretch.body.vectors import IDENTITY, at
from deskstretch.ui.figure import props
from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.hand import HOLLOW
from deskstretch.ui.figure.looks import PERSON
from deskstretch.ui.figure.members import Members
from deskstretch.ui.figure.room import before
from deskstretch.ui.figure.space import Camera

VIEW = Camera(15, 8, 300.0, 150.0, 200.0)
AREA = QRectF(0, 0, 300, 300)
CUSHION = Cushion("cushion", (0.0, 0.04, 0.0), (0.08, 0.04, 0.1), frozenset({"rest"}))


@pytest.fixture
def shown(themes, covered):
    """Return the box a cushion covers, and its strongest alpha."""

    def paint(share):
        image = painted(
            AREA,
            1.0,
            lambda p: props.cushion(p, VIEW, CUSHION, themes["light"], share),
        )
        strongest = max(bytes(image.constBits())[3::4])
        return (covered(image) if strongest else None), strongest

    return paint


def test_a_cushion_slides_in_from_the_far_side_and_grows_clear(shown):
    box, strongest = shown(0.0)
    assert box is None
    tops, strengths = [], []
    for share in (0.2, 0.5, 1.0):
        box, strongest = shown(share)
        tops.append(box[1])
        strengths.append(strongest)
    assert tops == sorted(tops), "farther away is higher on the screen"
    assert tops[-1] - tops[0] > 5
    assert strengths[0] < strengths[-1] == 255


def test_a_cushion_lies_where_it_is(shown):
    left, top, right, bottom = shown(1.0)[0]
    x, y = VIEW.point(CUSHION.centre)
    assert abs((left + right) / 2 - x) < 4
    assert abs((top + bottom) / 2 - y) < 4


@pytest.mark.parametrize("yaw", [0, 15, 52, 90, 248])
def test_a_rod_reaches_from_end_to_end(yaw):
    view = Camera(yaw, 6, 300.0, 150.0, 200.0)
    rod = Rod("bar", (0.1, 0.4, -0.3), (0.1, 0.4, 0.3), 0.012)
    whole = props.rod_path(view, rod)
    for share in (0.01, 0.5, 0.99):
        z = -0.3 + 0.6 * share
        assert whole.contains(QPointF(*view.point((0.1, 0.4, z))))
    part = props.rod_path(view, rod, 0.4, 0.6).boundingRect()
    assert part.width() <= whole.boundingRect().width()


def test_the_body_goes_behind_what_is_before_it(fit):
    fitted = fit("lat-stretch")
    figure = fitted.motion.rest()
    x, y, z = figure["knee_right"].position
    side = Camera(0, 0, 300.0)

    def post(at_z, part="post"):
        return Box(part, (x - 0.02, 0.0, at_z), (x + 0.02, y + 0.2, at_z + 0.02))

    near, far = post(z + 0.3), post(z - 0.3)
    beside = Box("post", (x + 2, 0.0, z + 0.3), (x + 2.1, 1.0, z + 0.4))
    seat = post(z + 0.3, "seat")
    scene = Scene(None, (near, far, beside, seat))
    assert before(side, scene, [figure]) == (near,)
    assert before(Camera(180, 0, 300.0), scene, [figure]) == (far,)


def grasping(yaw, rods):
    """Return the layers of a right arm whose hand is above, palm forward."""
    up = ((1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (0.0, 0.0, -1.0))
    turned = ((0.0, 0.0, 1.0), (0.0, -1.0, 0.0), (1.0, 0.0, 0.0))
    figure = {
        "shoulder_right": Joint((0.0, 0.8, 0.1), up),
        "elbow_right": Joint((0.0, 0.974, 0.1), up),
        "wrist_right": Joint((0.0, 1.124, 0.1), turned),
    }
    camera = Camera(yaw, 0, 300.0, 150.0, 400.0)
    members = Members(camera, {"right": "grip"}, PERSON, rods(figure), 0.6)
    return members.arm(figure, "right", 0.0).layers


def bar_at_the_hand(figure):
    x, y, z = at(*figure["wrist_right"], HOLLOW)
    return [Rod("bar", (x, y, z - 0.4), (x, y, z + 0.4), 0.009)]


@pytest.mark.parametrize("yaw", [90, 270])
def test_a_bar_lies_between_palm_and_fingers(yaw):
    layers = grasping(yaw, bar_at_the_hand)
    bar = [i for i, layer in enumerate(layers) if layer.stuff == "prop"]
    skin = [i for i, x in enumerate(layers) if x.stuff == "skin" and not x.line]
    assert bar
    assert min(skin) < min(bar)
    assert max(bar) < max(skin)
    palm = max(skin, key=lambda i: _size(layers[i].path))
    fingers = [i for i in skin if i != palm]
    # Before the palm or behind it: the bar is on the side the fingers are on.
    before = sum(i > palm for i in fingers) > len(fingers) / 2
    assert before == (min(bar) > palm)


def _size(path) -> float:
    box = path.boundingRect()
    return box.width() * box.height()


def test_a_fist_without_a_bar_holds_nothing():
    def far(_figure):
        return [Rod("bar", (1.0, 1.2, -0.4), (1.0, 1.2, 0.4), 0.009)]

    assert not any(layer.stuff == "prop" for layer in grasping(90, far))
    assert not any(layer.stuff == "prop" for layer in grasping(90, lambda _f: []))


def test_a_knee_is_drawn_where_the_thigh_comes_at_the_eye(fit):
    fitted = fit("lat-stretch")
    figure = fitted.motion.rest()
    ahead = {
        **figure,
        "knee_right": Joint(
            at(*Joint(figure["hip_right"].position, IDENTITY), (0.24, -0.02, 0.0)),
            figure["knee_right"].frame,
        ),
    }

    def layers(camera, joints):
        return len(
            Members(camera, {}, PERSON, (), 0.6).leg(joints, "right", 0.0).layers
        )

    front, side = Camera(90, 0, 300.0), Camera(0, 0, 300.0)
    assert layers(front, ahead) == layers(front, figure) + 2
    assert layers(side, ahead) == layers(side, figure)
