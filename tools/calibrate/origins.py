"""Invented names of ordinary firms by origin: whom a policy accuses falsely, and whether it accuses some more than others."""

# ruff: noqa: E501  # word lists are read as text

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tools.calibrate.others import SYLLABLES

_TRADES = [
    "Furniture",
    "Foods",
    "Garments",
    "Toys",
    "Packaging",
    "Printing",
    "Ceramics",
    "Plastics",
    "Travel",
    "Tea",
    "Trading",
    "Electronics",
    "Technology",
    "Machinery",
    "Logistics",
]
_ARABIC = [
    "Rashid",
    "Salem",
    "Nasser",
    "Farouk",
    "Hamdan",
    "Yasin",
    "Karim",
    "Jaber",
    "Saif",
    "Marwan",
    "Tariq",
    "Zayed",
    "Bilal",
    "Idris",
    "Qasim",
    "Amin",
    "Badr",
    "Hilal",
    "Noor",
    "Wadi",
    "Rawda",
    "Manar",
    "Safwa",
    "Barakat",
    "Mizan",
    "Fajr",
    "Nakheel",
    "Bustan",
    "Waha",
    "Diyar",
    "Ofoq",
    "Rawabi",
    "Shuruq",
    "Sadaf",
    "Yasmin",
    "Zahra",
]
_PERSIAN = [
    "Parsian",
    "Kaveh",
    "Arvand",
    "Alborz",
    "Damavand",
    "Sepid",
    "Toos",
    "Mehr",
    "Navid",
    "Kian",
    "Pars",
    "Sina",
    "Rayan",
    "Omid",
    "Tabesh",
    "Behin",
    "Novin",
    "Azar",
    "Zagros",
    "Karoon",
    "Pooya",
    "Shayan",
    "Sahand",
    "Giti",
    "Nikan",
    "Sorena",
    "Bahar",
    "Kimia",
    "Golrang",
    "Atlas",
    "Mahan",
    "Parto",
    "Sepand",
    "Arman",
    "Rahyab",
    "Yekta",
]
_RUSSIAN_HEADS = [
    "Ural",
    "Sibir",
    "Volga",
    "Neva",
    "Baikal",
    "Altai",
    "Sever",
    "Vostok",
    "Zapad",
    "Yug",
    "Lenta",
    "Rassvet",
    "Zarya",
    "Kedr",
    "Beryoza",
    "Yantar",
    "Almaz",
    "Rubin",
    "Granit",
    "Metall",
    "Stroi",
    "Agro",
    "Lesprom",
    "Tekh",
    "Energo",
    "Svet",
    "Kvant",
    "Impuls",
    "Vektor",
    "Meridian",
]
_RUSSIAN_TAILS = [
    "snab",
    "torg",
    "servis",
    "invest",
    "prom",
    "mash",
    "komplekt",
    "stroy",
    "trans",
    "montazh",
    "proekt",
    "opt",
]
_FRENCH = [
    "Beaulieu",
    "Lefebvre",
    "Gagnon",
    "Deschamps",
    "Moulin",
    "Chateau",
    "Rivière",
    "Lavoie",
    "Fontaine",
    "Bellerose",
    "Marchand",
    "Laurier",
    "Tremblay",
    "Cloutier",
    "Boisvert",
    "Desrosiers",
    "Lamontagne",
    "Saint-Amour",
    "Villeneuve",
    "Charpentier",
    "Girard",
    "Belanger",
    "Pelletier",
    "Langlois",
]
_FRENCH_TRADES = [
    "Construction",
    "Transport",
    "Conseil",
    "Services techniques",
    "Imprimerie",
    "Aménagement",
    "Électrique",
    "Traiteur",
    "Menuiserie",
    "Communications",
]
_ENGLISH = [
    "Maple",
    "Ridge",
    "Harbour",
    "Summit",
    "Cedar",
    "Falcon",
    "Granite",
    "Northgate",
    "Lakeside",
    "Willow",
    "Copper",
    "Beacon",
    "Prairie",
    "Keystone",
    "Redwood",
    "Sterling",
    "Highland",
    "Brook",
    "Ashford",
    "Whitby",
    "Carlton",
    "Hudson",
    "Parker",
    "Bennett",
    "Fletcher",
    "Marlow",
    "Stanton",
    "Wexford",
]
_ENGLISH_TRADES = [
    "Catering",
    "Roofing",
    "Consulting",
    "Landscaping",
    "Electrical",
    "Plumbing",
    "Logistics",
    "Printing",
    "Engineering",
    "Supply",
    "Equipment",
    "Security",
]


def _chinese(random: Random) -> str:
    city = random.choice(("Ningbo", "Shenzhen", "Yiwu", "Guangzhou", "Wenzhou", "Suzhou", "Dongguan", "Qingdao"))
    brand = "".join(random.choice(SYLLABLES) for _ in range(2)).capitalize()
    return f"{city} {brand} {random.choice(_TRADES)} Co., Ltd."


def _arabic(random: Random) -> str:
    brand = f"{random.choice(('Al ', 'Al-', ''))}{random.choice(_ARABIC)} {random.choice(('', random.choice(_ARABIC)))}".strip()
    return f"{brand} {random.choice(_TRADES)} {random.choice(('LLC', 'Est.', 'FZE', 'Co.', 'W.L.L.'))}"


def _persian(random: Random) -> str:
    return f"{random.choice(_PERSIAN)} {random.choice(_PERSIAN)} {random.choice(_TRADES)} {random.choice(('Co.', 'Company', 'Private Joint Stock Company', 'Kish Co.'))}"


def _russian(random: Random) -> str:
    brand = random.choice(_RUSSIAN_HEADS) + random.choice(_RUSSIAN_TAILS)
    return f"{random.choice(('OOO', 'AO', 'ZAO', 'JSC'))} {brand} {random.choice(('', random.choice(_RUSSIAN_HEADS)))}".strip()


def _french(random: Random) -> str:
    return f"{random.choice(('', 'Les Entreprises ', 'Groupe '))}{random.choice(_FRENCH)} {random.choice(_FRENCH_TRADES)} {random.choice(('inc.', 'ltée', 'SARL', 'S.E.N.C.'))}"


def _english(random: Random) -> str:
    return f"{random.choice(_ENGLISH)} {random.choice((*_ENGLISH, ''))} {random.choice(_ENGLISH_TRADES)} {random.choice(('Ltd.', 'Inc.', 'Corp.', 'LLP'))}".replace(
        "  ", " "
    )


ORIGINS: dict[str, Callable[[Random], str]] = {
    "Chinese": _chinese,
    "Arabic": _arabic,
    "Persian": _persian,
    "Russian": _russian,
    "French": _french,
    "English": _english,
}
