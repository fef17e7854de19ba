"""Which names in a line are about another thing than the line: each word of the lists, and whole lines as people write them."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.model.observation import Observation, Origin, Subject

NUMBER = "DS-2CD2143G2-I"
OTHERS = {None, "axis", "cisco", "pelco", "teltonika"}
PARTS = """
    mount | mounting | battery | batteries | housing | hood | cover | cable | antenna | pole | tripod | stand |
    bracket | shield | sun shield | enclosure | backbox | back box | junction box | charger | adapter | adaptor
    | power supply | power supplies | psu | injector | patchcord | patch cord | connector | pigtail | hard disk
    | hard drive | hdd | ssd | disk | sd card | micro sd card | memory card | sim card | licence | license |
    holster | belt clip | earpiece | headset | spare part | remote control | lens | lenses | screws | manual |
    sticker | poster | voucher | exam | training | course | certified | certification | dealer | distributor |
    reseller | contract | subscription | support | fixation | boîtier | caisson | pare-soleil | couvercle |
    batterie | pile | chargeur | adaptateur | alimentation | bloc d'alimentation | injecteur | câble | cordon |
    connecteur | antenne | disque dur | carte SD | carte SIM | carte mémoire | étui | oreillette |
    pièce de rechange | pièces détachées | télécommande | objectif | manuel | trépied | formation | cours |
    examen | contrat | abonnement | revendeur | distributeur | soporte | montaje | funda | cargador | batería |
    disco duro | cartucho | conduit | prise | parasurtenseur | surge protector | boîte | case | coque | drive |
    shelf | cabinet | splitter | thermostat | transfo | transformateur
"""
WORK = """
    labour | labor | main-d'œuvre | maintenance | servicing | cleaning | repair | warranty | inspection |
    installer | technician | entretien | nettoyage | réparation | garantie | installateur | technicien |
    programming | reprogrammation | configuration | commissioning | mise en service | mise à jour | service call
    | appel de service | fee | frais | shipping | handling fee | transport costs | travel time | déplacement | rental |
    location de nacelle | request for quotation | invoice | facture | intégration | vulnerability |
    CVE-2021-36260 | bulletin | scan | mot de passe | réinitialisation | Hi-Care | autocollant | empty box |
    boîte vide | RFQ | soumission | demande de prix | credit memo | note de crédit | password | firmware |
    micrologiciel | assessment | rapport d'inspection | test report | budget | ticket | incident | main d'oeuvre
"""
RELATIONS = """
    compatible with | compatibility with | works with | marche avec | fits | suits | instead of | in lieu of |
    au lieu d'une | à la place d'une | replaces | replacing | replacement for | remplace la |
    en remplacement de la | supersedes | successor of | successeur de la | equivalent to | equal to | similar to
    | alternative to | versus | vs | was | were | étaient | était | formerly | anciennement | previously |
    behind | feeds | removal of | dismantles | démonte la | dépose de la | retire la | disposal of | take down |
    takes over | swap | migration from | port to | uplink to | connected to | wired to | reliée à la |
    branchée sur la | connectée à la | no longer | for | for the | pour | para | for our existing |
    pour les 12 caméras | pour caméra | fur | ex | cut over from | near | next to | beside | à côté de la |
    below | under | sous | into | viewing | affichant | feeding | alimentant | tested with | recorded on | old:
    | ancien :
"""
DOUBTS = """
    to be confirmed | à confirmer | unconfirmed | non confirmée | verify | à vérifier | possibly | perhaps |
    maybe | might be | peut-être | probably | unsure | suspected | look of | looks like | ressemble | or equal |
    ou équivalent | or approved equivalent | approved equal | customer supplied | credit note | trade-in |
    n'est pas | is not a | banned | prohibited | forbidden | interdite | prohibée | do not buy |
    ne pas installer | tbc | tbd | thought to be | semble | appears to be | seems | assumed | basis of design |
    clone | counterfeit | contrefaçon | fake | fausse | reference product | produit de référence | minimum spec
    | alternates accepted | o/e | ou l'équivalent | or eq. | équivalent accepté | approved alternate |
    or comparable | do not order | ne pas commander
"""
OF_ANOTHER = """
    Support mural pour caméra Hikvision DS-2CD2143G2-I
    Disque dur 4 To pour enregistreur Hikvision DS-7608NI-K2
    Carte SD 64 Go pour caméra Dahua IPC-HDW2431T-AS
    Sun shield for camera Hikvision DS-2CD2143G2-I
    Batterie pour radio Hytera PD605
    Hytera PD785G charger third-party by Impact
    Formation sur caméra Hikvision DS-2CD2143G2-I
    Maintenance of camera Dahua IPC-HDW2431T-AS
    Nettoyage caméra Hikvision DS-2CD2143G2-I
    Type DS-2CD2143G2-I ou équivalent
    Ne pas acheter Hikvision DS-2CD2143G2-I
    Banned: Hikvision DS-2CD2143G2-I
    Cisco switch, port to Hikvision NVR DS-7608NI-K2
    Dahua IPC-HDW2431T-AS ou équivalent
    Wall mount for Dahua IPC-HFW1431S
    Remote control for Uniview NVR301-04S3
    Power supply 12V for Hikvision DVR DS-7208
    Licence for 10 Hikvision cameras DS-2CD2143G2-I
    Replacement battery, Hytera PD605
    Câble d'alimentation, caméra Hikvision DS-2CD2143G2-I
    Poteau pour caméras Dahua IPC-HFW1431S
    Installer training Hikvision DS-2CD2143G2-I
    Warranty extension Hikvision DS-7608NI-K2
    Réparation enregistreur Hikvision DS-7608NI-K2
    Junction box Hikvision DS-2CD2143G2-I
    Support de caméra Hikvision DS-2CD2143G2-I
    Étui de transport radio Hytera PD605
    Antenne radio Hytera PD785
    Écouteur pour Hytera PD605
    Programming cable Hytera PD785G
    Hytera PD605 battery
    Hikvision DS-2CD2143G2-I mounting plate
    Hikvision dome camera bracket
    Caisson étanche caméra Dahua IPC-HFW1431S
    Manual: Hikvision DS-7608NI-K2 user guide
    Camera Axis P3245-V, replaces Hikvision DS-2CD2143G2-I
    Removal of 12 Hikvision cameras DS-2CD2143G2-I
    Design study for replacement of Hikvision DS-2CD2143G2-I
    Lens 2.8 mm for Dahua camera IPC-HFW1431S
    Housing compatible with Hikvision DS-2CD2143G2-I
    Routeur Teltonika RUT241 en remplacement du ZTE MF286
    SFP module for Huawei S5735 switch
    Module SFP pour commutateur Huawei S5735-L24T4S
    Screen protector for Hytera PNC380 radio
    Hikvision DS-2CD2143G2-I  or  equal
    Dahua IPC-HFW1431S ou l'équivalent
    Hikvision DS-2CD2143G2-I (or eq.)
    Basis of design: Hikvision DS-2CD2143G2-I
    Produit de référence : Dahua IPC-HFW1431S
    Shelf for Hikvision NVR DS-7608NI-K2
    Splitter 1:32 for Huawei OLT MA5800
    Transfo pour PTZ Hikvision
    Programming of Hytera PD785G radios
    Shipping & handling, Dahua IPC-HFW1431S
    Mise à jour micrologiciel NVR Dahua NVR5216-16P-4KS2E
    Main d'oeuvre installation de 4 cameras Dahua
    Kenwood TK-3401D radio (ex Hytera PD605)
    Pelco C20 into Hikvision encoder DS-6704HI
    Aucune caméra Hikvision sur le site
    No more Dahua cameras
    Hikvision cameras must not be used
    Thought to be Hikvision DS-2CD2143G2-I
    Boîte de jonction caméra Hikvision
    Conduit 3/4" Hikvision cameras
    Hytera PD605 carry case
    Counterfeit Hikvision camera
    Hikvision-compatible PoE switch
    Request for quotation Hikvision cameras
    Réinitialisation mot de passe NVR Hikvision
"""
OF_IT = """
    Hikvision DS-2CD2143G2-I 4 MP dome camera, ceiling mount
    Hikvision DS-2CD2143G2-I dome camera with wall bracket
    Hikvision DS-7608NI-K2 NVR, 8 channels, licence included
    Dahua IPC-HDW2431T-AS camera, ONVIF compatible
    Hytera PD785G portable radio with battery and charger
    Caméra Hikvision DS-2CD2143G2-I, confirmé sur place
    10 Hikvision domes to be removed
    Achat de caméras Dahua pour la salle de conférence
    Camera for parking lot Hikvision DS-2CD2143G2-I
    Caméra pour stationnement Hikvision DS-2CD2143G2-I
    NVR 8ch 2TB HDD Hikvision DS-7608NI-K2
    Supply and install 4 Dahua IPC-HFW1431S bullet cameras
    Installation de 6 caméras Hikvision DS-2CD2143G2-I
    Caméra de remplacement Hikvision DS-2CD2143G2-I
    EZVIZ battery camera BC1C
    Wall-mounted camera Hikvision DS-2CD2143G2-I
    Wall mount camera Hikvision DS-2CD2143G2-I
    Caméra dôme Hikvision DS-2CD2143G2-I avec support mural
    Enregistreur Dahua NVR4108 avec disque dur 4 To
    Hikvision DS-2CD2143G2-I (bracket included)
    Hikvision DS-7608NI-K2 + 2 x 4TB HDD
    Hikvision DS-1604ZJ-BOX-POLE bracket
    Dahua PFA130-E junction box
    Kit NVR 4 caméras Hikvision DS-7604NI
    Hikvision dome camera for the lobby entrance
    Ancienne caméra Hikvision au sous-sol
    Hikvision camera no longer in use
    Hytera PD605 handheld radio c/w battery
    Caméra Dahua à retirer
    Dahua bullet camera, replaced lens 2024
    Hikvision DS-2CD2143G2-I, Network camera, 4MP, PoE
    Uniview IPC3614LE dome, mounted on wall
    Huawei S5735-L24T4S switch, 24 ports, license included
    Routeur ZTE MF286 loué
    Hikvision fisheye camera on tripod
    DS-2CD2143G2-I 2.8mm lens IR 30m
    Caméra Hikvision DS-2CD2143G2-I objectif 2,8 mm
    Huawei S5735-L24T4S-A dual PSU
    Hikvision DS-7608NI-K2 4TB HDD
    Dahua IPC-HFW1431S pole mounted at 6 m
    Hikvision DS-2CD2143G2-I W/BRACKET
    Hikvision DS-2CD2143G2-I w bracket
    Hytera PD605 batterie et chargeur inclus
    Hytera PD605: batterie, chargeur
    Hikvision DS-2CD2143G2-I serial to be confirmed
    Hikvision DS-2CD2143G2-I, emplacement à vérifier
    Caméra Dahua IPC-HFW1431S, probablement au 3e étage
    Axis M3004 replaced by Hikvision DS-2CD2143G2-I
    Caméra Hikvision salle de formation
    Hikvision dome training room
    1. Hikvision DS-2CD2143G2-I
    "Dahua NVR5216-16P-4KS2E in rack"
    Refurbished Dahua NVR4116HS-4KS2
    Cam ext Dahua 4MP
    Marque : Hikvision
    Hikvision DS-2CD2143G2-I end of support 2024
    Transport Canada lobby Hikvision DS-2CD2143G2-I
    Service desk Hikvision DS-2CD2143G2-I dome
    Cabinet 3 Hikvision NVR DS-7608NI-K2
    Pole 12 Hikvision DS-2CD2T43G2-4I
    Inspection booth camera Hikvision DS-2CD2143G2-I
    Shipping and receiving, Dahua IPC-HFW1431S
    Garage d'entretien Hikvision DS-2CD2143G2-I
    HIKVISION DS-2CD2143G2-I DOME WITH BRACKET
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def words(table: str) -> list[str]:
    return [word.strip() for word in " ".join(lines(table)).split(" | ")]


def maker(world: World, text: str, field: str = "description") -> str | None:
    origin = Origin(tool="test", method="import", locator="1")
    seen = Observation(subject=Subject(kind="device", ref="x"), field=field, value=text, collected=None, origin=origin)
    return world.identifier.identify("x", [("1", seen)]).maker


@pytest.mark.parametrize("word", words(PARTS) + words(WORK))
def test_line_that_begins_with_a_part_or_work_names_nobody(word: str, world: World) -> None:
    assert maker(world, f"{word.capitalize()} Hikvision {NUMBER}") is None


@pytest.mark.parametrize("word", words(PARTS))
def test_part_behind_the_number_is_what_the_line_is_about(word: str, world: World) -> None:
    assert maker(world, f"Hikvision {NUMBER} {word}") is None
    assert maker(world, f"Hikvision {NUMBER} {word}", "model_string") is None
    assert maker(world, f"Hikvision {NUMBER} dome, {word}") == "hikvision"
    assert maker(world, f"Hikvision {NUMBER} dome with {word}") == "hikvision"


@pytest.mark.parametrize("word", words(RELATIONS))
def test_name_behind_a_relation_is_of_another_thing(word: str, world: World) -> None:
    assert maker(world, f"Gizmo X100 {word} Hikvision {NUMBER}") is None
    assert maker(world, f"Gizmo X100 {word} camera {NUMBER}") is None


@pytest.mark.parametrize("word", words(DOUBTS))
def test_doubt_and_denial_hold_for_the_whole_line(word: str, world: World) -> None:
    assert maker(world, f"Hikvision {NUMBER} dome, {word}") is None


@pytest.mark.parametrize("line", lines(OF_ANOTHER))
def test_line_about_another_thing_accuses_nobody(line: str, world: World) -> None:
    assert maker(world, line) in OTHERS


@pytest.mark.parametrize("line", lines(OF_IT))
def test_line_about_the_thing_names_its_maker(line: str, world: World) -> None:
    assert maker(world, line) is not None


@pytest.mark.parametrize(
    "form",
    ["{}", " {} ", "\ufeff{}", '"{}"', "12. {}", "{}."],
    ids=["plain", "blanks", "byte order", "quotes", "item", "full stop"],
)
def test_form_of_a_line_changes_nothing(form: str, world: World) -> None:
    for line in lines(OF_ANOTHER):
        assert maker(world, form.format(line)) in OTHERS, line
    for line in lines(OF_IT):
        assert maker(world, form.format(line)) is not None, line


@pytest.mark.parametrize("blank", ["\t", "  ", "\u00a0"], ids=["tab", "two", "no-break"])
def test_kind_of_blank_changes_nothing(blank: str, world: World) -> None:
    for line in lines(OF_ANOTHER):
        assert maker(world, line.replace(" ", blank)) in OTHERS, line
    for line in lines(OF_IT):
        assert maker(world, line.replace(" ", blank)) is not None, line


@pytest.mark.parametrize(
    "text", [f"{NUMBER} or equal", f"{NUMBER} ou équivalent", f"{NUMBER} ?", "Hikvision (or equal)"]
)
def test_doubt_in_a_cell_is_a_doubt(text: str, world: World) -> None:
    assert maker(world, text, "model_string") is None


def test_doubtful_brand_is_told_as_it_was_written(world: World) -> None:
    hits = world.identifier.matcher.match_text("brand_string", "Hikvision (to be confirmed)")
    assert [hit.signal for hit in hits] == ["brand:other"]


@pytest.mark.parametrize("text", ["Marque : Hikvision", '"Hikvision"', "Brand: Hikvision"])
def test_label_or_quotes_in_a_cell_change_nothing(text: str, world: World) -> None:
    assert maker(world, text, "brand_string") == "hikvision"


def test_word_that_turns_nothing_away_is_no_evidence(world: World) -> None:
    match = world.identifier.matcher.match_text
    kept = match("description", f"Caméra dôme Hikvision {NUMBER} avec support mural")
    turned = match("description", f"Support mural pour caméra Hikvision {NUMBER}")
    assert [hit.signal for hit in kept if hit.signal.startswith("aside")] == []
    assert {hit.signal for hit in turned} >= {"aside-parts"}
