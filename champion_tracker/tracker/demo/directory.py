"""Those whom the directory lists and whom we only know: they raise no prompt."""

from .stage import Character

ONLY_KNOWN = (
    Character(
        name="Caoimhe Brannigan-Yeo",
        title="Head of Fleet",
        area="Network Operations",
        mailbox="caoimhe.brannigan",
    ),
    Character(
        name="Ismaël Traoré-Lindh",
        title="Head of Tariffs",
        area="Finance",
        mailbox="ismael.traore",
    ),
    Character(
        name="Sunniva Haraldsdóttir-Cole",
        title="Head of Reservoir Safety",
        area="Flood Resilience",
        mailbox="sunniva.haraldsdottir",
    ),
    Character(
        name="Olena Kravets-Moore (Олена Кравець)",
        title="Head of Laboratory Services",
        area="Water Quality",
        mailbox="olena.kravets",
    ),
    Character(
        name="Tevita Fonoti-Grange",
        title="Head of Wastewater Treatment",
        area="Wastewater",
        mailbox="tevita.fonoti",
    ),
)
"""Everybody who is not followed."""
