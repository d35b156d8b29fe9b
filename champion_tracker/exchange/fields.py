"""What a cell can tell about a person."""

from enum import StrEnum


class Field(StrEnum):
    """What a cell can tell about a person. ``OTHER`` is known, and has no place here."""

    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    SUFFIX = "suffix"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    TAGS = "tags"
    NOTES = "notes"
    SOURCE_ID = "source_id"
    TITLE = "title"
    ORGANIZATION = "organization"
    AREA = "area"
    START = "start"
    END = "end"
    POST_ID = "post_id"
    OTHER = "ignore"


MANY = frozenset({Field.EMAIL, Field.PHONE, Field.LINK, Field.TAGS, Field.NOTES})
"""Fields that several columns may fill; of every other the first column that holds any counts."""
