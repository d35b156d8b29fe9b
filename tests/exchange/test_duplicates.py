"""People who may be one, and mapping files that are written by the program."""

from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.exchange import mapping, read
from champion_tracker.exchange.duplicates import duplicates
from champion_tracker.model import Person, Position
from tests.exchange.exchanging import SAMPLE, Desk, kinds, needs_sample


def person(n: int, name: str, organization: str = "", email: str = "", ident: str = "") -> Person:
    return Person(
        id=f"p-{n}",
        name=name,
        emails=(email,) if email else (),
        source_ids=(ident,) if ident else (),
        positions=(Position(id=f"o-{n}", organization=organization),) if organization else (),
    )


def test_likely_pairs_come_first_and_say_why() -> None:
    found = duplicates(
        [
            person(1, "Robert Smith", "City"),
            person(2, "Bob Smith", "City"),
            person(3, "Rosa Díaz", "City", "r@x.org"),
            person(4, "Rosa Diaz", "County", "R@x.org"),
            person(5, "Ann Smith", "City"),
            person(6, "Rosa Díaz"),
        ]
    )
    assert [(p.one.id, p.other.id) for p in found] == [("p-3", "p-4"), ("p-1", "p-2")]
    assert found[0].signs == ("the same name", "an e-mail address")


def test_different_identifiers_of_one_source_are_different_people() -> None:
    twins = [person(n, "Jo Park", "City", ident=f"hr:{n}") for n in (1, 2)]
    assert duplicates(twins) == []
    assert len(duplicates([twins[0], person(3, "Jo Park", "City", ident="crm:1")])) == 1


@needs_sample
def test_a_directory_of_different_people_has_no_likely_pair(desk: Desk) -> None:
    desk.take(SAMPLE / "directories" / "uk_transport_2011-03-31.csv")
    assert [p for p in duplicates(desk.people.values()) if p.weight >= 3] == []


def test_a_mapping_that_was_used_can_be_written_and_used_again(desk: Desk) -> None:
    table = "Who,Job title,Shoe size,E-mail\nRosa,CFO,38,r@x.org\n"
    desk.take(table, mapping='Who = "name"\n')
    columns = read([desk.folder / "staff.csv"], mapping=desk.folder / "map.toml").columns
    text = mapping.write(columns, "hr")
    assert text == (
        'source = "hr"\n\n[columns]\n"Who" = "name"\n"Job title" = "title"\n'
        '"Shoe size" = "ignore"\n"E-mail" = "email"\n'
    )
    assert set(kinds(desk.look(table, mapping=text))) == {"unchanged"}


@given(st.dictionaries(st.text(), st.sampled_from(["name", "title", ""])))
def test_any_header_can_be_written_into_a_mapping(
    columns: dict[str, str],
) -> None:
    import tomllib

    made = tomllib.loads(mapping.write(list(columns.items())))["columns"]
    assert made == {header: field or "ignore" for header, field in columns.items()}
