"""Which computers a bundle is for, and what is asked of the registries for each."""

import re

import pytest

from course.bundle.targets import SYSTEMS, Target, UnknownTarget, pythons, targets
from course.bundle.wheels import LOCK, pins, tags
from course.setup.bundled import SYSTEMS as KNOWN_HERE
from course.setup.bundled import this_computer

LOCK_TEXT = LOCK.read_text("utf-8")


def names(*asked: str) -> list[str]:
    return [target.name for target in targets(asked)]


def test_a_system_and_a_python() -> None:
    assert names("linux-3.12", "macos-intel-3.11") == ["linux-3.12", "macos-intel-3.11"]


def test_a_system_alone_means_each_python() -> None:
    assert names("linux-arm") == [f"linux-arm-{version}" for version in pythons()]


def test_what_is_named_twice_is_made_once() -> None:
    assert names("windows-3.13", "windows").count("windows-3.13") == 1


def test_no_name_means_this_computer() -> None:
    assert names() == [this_computer()]


def test_each_system_that_a_bundle_can_be_for_is_known_when_it_is_installed() -> None:
    assert set(KNOWN_HERE.values()) == set(SYSTEMS)


@pytest.mark.parametrize("name", ["linx-3.12", "linux-2.7", "3.12", "macos-", "linux-3"])
def test_another_name_is_answered_with_the_names_that_there_are(name: str) -> None:
    with pytest.raises(UnknownTarget, match=f"There is no target {re.escape(name)}. .*windows"):
        targets([name])


@pytest.mark.parametrize("target", targets([*SYSTEMS]), ids=lambda target: target.name)
def test_no_wheel_is_asked_for_that_an_older_system_refuses(target: Target) -> None:
    asked = tags(target, target.versions[0])
    for platform in [asked[place + 1] for place, each in enumerate(asked) if each == "--platform"]:
        newest = re.match(
            r"manylinux_2_(\d+)_|macosx_(\d+)_0_|win_amd64$|manylinux(1|2010|2014)_", platform
        )
        assert newest, platform
        assert int(newest[1] or 0) <= 28
        assert int(newest[2] or 0) <= 13


def test_a_pin_comes_without_its_condition_and_with_its_hashes() -> None:
    (target,) = targets(["linux-3.12"])
    chosen = pins(target, "3.12.0", LOCK_TEXT)
    form = re.compile(r"[a-z0-9-]+==\S+( \\\n    --hash=sha256:[0-9a-f]{64})+\n")
    assert [pin for pin in chosen if not form.fullmatch(pin)] == []


def test_the_lock_s_conditions_are_asked_of_the_target_and_not_of_this_computer() -> None:
    (windows,) = targets(["windows-3.12"])
    (mac,) = targets(["macos-3.12"])
    only_there = {pin.split("==")[0] for pin in pins(windows, "3.12.0", LOCK_TEXT)}
    only_there -= {pin.split("==")[0] for pin in pins(mac, "3.12.0", LOCK_TEXT)}
    assert {"colorama", "pywinpty"} <= only_there


def test_a_bundle_is_for_early_and_late_releases_of_a_python() -> None:
    (target,) = targets(["linux-3.11"])
    early, late = (pins(target, version, LOCK_TEXT) for version in target.versions)
    assert set(early) != set(late), "the lock tells no releases apart any more: one would do"


def test_every_condition_of_the_lock_is_about_something_that_a_target_tells() -> None:
    conditions = " ".join(re.findall(r" ; (.*) \\$", LOCK_TEXT, re.M))
    asked = set(re.findall("[a-z_]+", re.sub("'[^']*'", "", conditions))) - {"and", "or"}
    (target,) = targets(["windows-3.12"])
    same_everywhere = {"implementation_name", "platform_python_implementation"}
    assert asked - same_everywhere <= set(target.markers("3.12.0"))
