"""Build the binary and untidy files of the two example folders. Everything here is synthetic.

    python3 examples/build_untidy.py     (needs xlsxwriter, made with 3.3.1; run it again after changing harbour-office)

Writes harbour-office/purchase-orders.xlsx, and the whole of untidy/ except its README: the same estate
as harbour-office, kept the way a real department keeps it. The same input gives the same bytes.

What is untidy, and must not change a single count:
- registre.xlsx: a cover sheet and a notes sheet of prose; one sheet a site; title rows above the header; both languages
  in one header cell; the site name in a merged cell; an empty column; a filter left on that hides two rows which are
  real units; the serial numbers in a hidden column; MAC addresses in three spellings; dates day first, as text and as
  real dates; maker and model in one cell; a totals row; a note row; a password column that must be cut on reading.
- Commandes 2023-2024.xlsx: maker, model and description in one cell, "Qté 40", decimal commas, a totals row.
- liste SADP depot.txt: semicolons, UTF-16 with a byte-order mark. balayage siege 14 oct (final).txt: nmap XML, renamed.
- decouverte.json: JSON lines with a byte-order mark, Windows line ends and blank lines.
"""

import csv
import shutil
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).resolve().parent
TIDY, UNTIDY = HERE / "harbour-office", HERE / "untidy"
CANARY = "canary-pw-7Q2"  # an obviously false password: if it is ever stored or shown, cutting has failed
SUPPLIER = "Quayside Supply (fictional)"

# (order, line, received, manufacturer, part number, description, quantity, price, serial, contract)
PURCHASES = [
    (
        "PO-2023-0117",
        1,
        "2023-04-18",
        "Hikvision",
        "DS-2CD2347G2-LU",
        "Turret camera",
        1,
        289.0,
        "DS-2CD2347G2-LU20230314AAWRAB4471926",
        "",
    ),
    ("PO-2023-0312", 1, "2023-12-21", "Hikvision", "DS-2CD2043G2-I", "Bullet camera", 40, 174.5, "", "C-211"),
    ("PO-2024-0058", 1, "2024-06-13", "Brother", "DS-640", "Document scanner", 1, 139.99, "", ""),
    ("PO-2024-0058", 2, "2024-06-13", "Cisco", "C9200L-24P-4G", "Network switch, spare", 1, 2310.0, "", ""),
]

FRENCH = {
    "Dome camera": "Caméra dôme",
    "Turret camera": "Caméra tourelle",
    "Bullet camera": "Caméra bullet",
    "Indoor camera": "Caméra intérieure",
    "Analogue dome camera": "Caméra dôme analogique",
    "Dome camera; replaces the Hikvision dome removed in 2024": "Caméra dôme; remplace le dôme Hikvision retiré en 2024",
    "Printer": "Imprimante",
    "Document scanner": "Numériseur de documents",
    "Network switch, spare": "Commutateur réseau, de rechange",
    "Main entrance": "Entrée principale",
    "Storeroom B-12": "Réserve B-12",
    "Stairwell 2": "Escalier 2",
    "Parking lot": "Stationnement",
    "Mail room": "Salle du courrier",
    "Corridor 1 east": "Corridor 1 est",
    "Bicycle shelter": "Abri à vélos",
    "Staff kitchen": "Cuisine du personnel",
    "Archive room": "Salle des archives",
    "Server room door": "Porte, salle des serveurs",
    "Reception": "Réception",
    "Garage ramp": "Rampe du garage",
    "Print room": "Salle d'impression",
    "Finance": "Finances",
    "Cold store": "Chambre froide",
    "Office door": "Porte du bureau",
    "In use": "En service",
    "In storage": "En réserve",
    "To be verified": "À vérifier",
    "see bundle 7": "voir liasse 7",
}
REGISTER_HEADER = [
    "Site",
    "N° d'inventaire / Asset tag",
    "Fabricant / Manufacturer",
    "Modèle / Model",
    "",
    "N° de série / Serial no.",
    "Adresse MAC / MAC address",
    "Adresse IP / IP address",
    "Endroit / Location",
    "Acquis le / Acquired on",
    "Qté / Qty",
    "État / Status",
    "Mot de passe / Password",
    "Remarques / Notes",
    "N° de commande / Order no.",
]
SERIAL, PASSWORD, STATUS = 5, 12, 11  # columns, counted from 0


def main() -> None:
    UNTIDY.mkdir(exist_ok=True)
    tidy_purchases(TIDY / "purchase-orders.xlsx")
    untidy_purchases(UNTIDY / "Commandes 2023-2024.xlsx")
    untidy_register(UNTIDY / "registre.xlsx")
    sadp = (TIDY / "sadp-depot.csv").read_text(encoding="utf-8").replace(",", ";").replace("\n", "\r\n")
    (UNTIDY / "liste SADP depot.txt").write_bytes(b"\xff\xfe" + sadp.encode("utf-16-le"))
    lines = (TIDY / "discovery.jsonl").read_text(encoding="utf-8").splitlines()
    spaced = [line + ("\r\n\r\n" if number % 4 == 0 else "\r\n") for number, line in enumerate(lines, 1)]
    (UNTIDY / "decouverte.json").write_bytes(b"\xef\xbb\xbf" + ("\r\n" + "".join(spaced)).encode())
    shutil.copyfile(TIDY / "nmap-hq.xml", UNTIDY / "balayage siege 14 oct (final).txt")
    for name in ("org.yaml", "harbour-office-direction.yaml"):
        shutil.copyfile(TIDY / name, UNTIDY / name)


def workbook(path: Path, title: str) -> xlsxwriter.Workbook:
    """A workbook without a clock in it, so that the bytes stay the same."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": title, "comments": "SYNTHETIC EXAMPLE", "created": datetime(2026, 10, 16)})
    return book


def tidy_purchases(path: Path) -> None:
    with workbook(path, "Purchase orders (synthetic example)") as book:
        sheet = book.add_worksheet("Purchase orders")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(
            0,
            0,
            [
                "PO number",
                "Line",
                "Received",
                "Supplier",
                "Manufacturer",
                "Part number",
                "Description",
                "Quantity",
                "Unit price (CAD)",
                "Ship to",
                "Serial number",
                "Contract",
            ],
        )
        for row, purchase in enumerate(PURCHASES, 1):
            order, line, received, maker, part, what, quantity, price, serial, contract = purchase
            sheet.write_row(
                row,
                0,
                [order, line, "", SUPPLIER, maker, part, what, quantity, price, "Headquarters", serial, contract],
            )
            sheet.write_datetime(row, 2, date.fromisoformat(received), day)


def untidy_purchases(path: Path) -> None:
    with workbook(path, "Commandes (exemple fictif)") as book:
        sheet = book.add_worksheet("Achats")
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range(0, 0, 0, 9, "Bureau du port / Harbour Office : achats d'équipement 2023-2024", bold)
        sheet.write(1, 0, "DONNÉES FICTIVES / SYNTHETIC DATA")
        sheet.write_row(
            3,
            0,
            [
                "N° de commande / PO no.",
                "Ligne / Line",
                "Reçu le / Received",
                "Fournisseur / Supplier",
                "Article / Item",
                "Qté / Qty",
                "Prix unitaire / Unit price",
                "Livré à / Ship to",
                "N° de série / Serial no.",
                "Contrat / Contract",
            ],
            bold,
        )
        for row, purchase in enumerate(PURCHASES, 4):
            order, line, received, maker, part, what, quantity, price, serial, contract = purchase
            item = f"{maker} {part} ({FRENCH[what].lower()})"
            count = f"Qté {quantity}" if quantity > 1 else quantity
            cost = f"{price:,.2f} $".replace(",", "\u00a0").replace(".", ",")
            sheet.write_row(row, 0, [order, line, "", SUPPLIER, item, count, cost, "Siège", serial, contract])
            if row % 2:
                sheet.write(row, 2, day_first(received))
            else:
                sheet.write_datetime(row, 2, date.fromisoformat(received), day)
        last = 4 + len(PURCHASES)
        units = sum(purchase[6] for purchase in PURCHASES)
        sheet.write_row(last, 0, [f"Total : {units}", "", "", "", "", units], bold)
        sheet.write(last + 2, 0, "* taxes en sus")


def untidy_register(path: Path) -> None:
    with (TIDY / "asset-register.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with workbook(path, "Registre (exemple fictif)") as book:
        cover = book.add_worksheet("Page couverture")
        cover.write_column(
            0,
            1,
            [
                "Bureau du port / Harbour Office",
                "Registre des biens de sécurité, à jour au 30/09/2026",
                "DONNÉES FICTIVES / SYNTHETIC DATA",
                "Classé par site; voir les onglets suivants.",
            ],
        )
        for french_name, site in [("Siège", "Headquarters"), ("Dépôt", "Depot")]:
            register_sheet(book, french_name, site, [row for row in rows if row["Site"] == site])
        notes = book.add_worksheet("Notes")
        notes.write_column(
            0,
            0,
            [
                "40 caméras Hikvision livrées en décembre 2023 : voir le fichier des commandes, ne pas recompter ici.",
                "* annexe : plans d'étage au coffre",
            ],
        )


def register_sheet(book: xlsxwriter.Workbook, name: str, site: str, rows: list[dict[str, str]]) -> None:
    sheet = book.add_worksheet(name)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    head, last = 3, 3 + len(rows)
    sheet.merge_range(0, 0, 0, 14, "Registre des biens de sécurité / Security asset register", bold)
    sheet.write(1, 0, "À jour au 30/09/2026. DONNÉES FICTIVES / SYNTHETIC DATA")
    sheet.write_row(head, 0, REGISTER_HEADER, bold)
    sheet.merge_range(head + 1, 0, last, 0, f"{name} / {site}")
    for number, row in enumerate(rows):
        at = head + 1 + number
        maker, model, what = row["Manufacturer"], row["Model"], row["Description"]
        if row["Asset tag"] == "HO-1002":
            maker, model = f"{maker} {model} (dôme)", ""
        quantity = row["Quantity"]
        sheet.write_row(
            at,
            1,
            [
                row["Asset tag"],
                maker,
                model,
                "",
                row["Serial number"],
                mac_spelling(row["MAC address"], number),
                row["IP address"],
                french(row["Location"]),
                "",
                int(quantity) if quantity.isdigit() else french(quantity),
                french(row["Status"]),
                CANARY,
                french(what),
                row["Order number"],
            ],
        )
        if row["Acquired"] and number % 3:
            sheet.write(at, 9, day_first(row["Acquired"]))
        elif row["Acquired"]:
            sheet.write_datetime(at, 9, date.fromisoformat(row["Acquired"]), day)
    sheet.autofilter(head, 1, last, 14)
    sheet.filter_column_list(STATUS, ["En service"])
    for number, row in enumerate(rows):
        if row["Status"] != "In use":
            sheet.set_row(head + 1 + number, None, None, {"hidden": True})
    for column in (SERIAL, PASSWORD):
        sheet.set_column(column, column, 20, None, {"hidden": True})
    units = sum(int(row["Quantity"]) for row in rows if row["Quantity"].isdigit())
    sheet.write(last + 1, 1, f"Total : {units}", bold)
    sheet.write(last + 1, 10, units, bold)
    sheet.write(last + 3, 1, "* voir annexe")


def french(text: str) -> str:
    return FRENCH.get(text, text)


def day_first(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d/%m/%Y")


def mac_spelling(mac: str, number: int) -> str:
    """Three spellings in one column; what is not a whole MAC stays as it is."""
    digits = mac.replace(":", "").lower()
    if len(digits) != 12:
        return mac
    pairs = "-".join(digits[i : i + 2] for i in range(0, 12, 2))
    fours = ".".join(digits[i : i + 4] for i in range(0, 12, 4))
    return [mac, pairs, fours][number % 3]


if __name__ == "__main__":
    main()
