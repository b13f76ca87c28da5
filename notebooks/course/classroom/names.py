"""Throw-away names: nobody types one, so nobody can type a rude one or a real one."""

from collections.abc import Container
from itertools import product
from secrets import choice

COLOURS = """
amber aqua azure beige blue bronze cobalt copper coral crimson ebony emerald golden green grey
hazel indigo ivory jade lilac maroon mint navy ochre olive opal orange pearl pink plum purple ruby
rust sage scarlet silver teal topaz umber violet
""".split()
BIRDS = """
avocet bittern curlew dipper dunlin eider falcon finch gannet godwit goshawk grebe heron hoopoe
ibis jackdaw kestrel kingfisher lapwing linnet magpie martin merlin nightjar osprey oystercatcher
petrel pipit plover puffin redstart robin sandpiper skylark starling stork swallow swift tern wren
""".split()
NAMES = [f"{colour}_{bird}" for colour, bird in product(COLOURS, BIRDS)]


def new_name(taken: Container[str]) -> str:
    return choice([name for name in NAMES if name not in taken])
