#!/usr/bin/env python3
"""Makes assets/fonts from the original fonts. Needs fontTools and brotli.

usage: fonts.py INTER_WEB_FOLDER NANUM_FOLDER OUTPUT_FOLDER
  INTER_WEB_FOLDER  `web` of the npm package inter-ui 4.1.1 (Inter-Regular.woff2, ...)
  NANUM_FOLDER      of Debian's fonts-nanum (/usr/share/fonts/truetype/nanum)
"""
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

TABULAR = list(range(ord("0"), ord("9") + 1)) + [ord("+"), 0x2212, 0xB1]


def keep_only(font, code_points, features):
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    if not features:
        options.drop_tables += ["FFTM", "GSUB", "BASE", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)


def tabular_by_default(font):
    gsub = font["GSUB"].table
    lookups = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
    tabular = {}
    for i in lookups:
        for table in gsub.LookupList.Lookup[i].SubTable:
            tabular.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for table in font["cmap"].tables:
        for code_point in TABULAR:
            if table.cmap.get(code_point) in tabular:
                table.cmap[code_point] = tabular[table.cmap[code_point]]


def inter(source, weight, output):
    font = TTFont(f"{source}/Inter-{weight}.woff2", recalcTimestamp=False)
    font.flavor = None
    tabular_by_default(font)
    code_points = [c for c in font.getBestCmap() if c < 0x3000 or 0xFB00 <= c <= 0xFB06]
    keep_only(font, code_points, ["kern", "mark", "mkmk", "ccmp", "locl"])
    font.save(f"{output}/Inter-{weight}.ttf")


def hangul(source, original, weight, output):
    font = TTFont(f"{source}/{original}.ttf", recalcTimestamp=False)
    chinese = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF)]
    code_points = [c for c in font.getBestCmap() if not any(a <= c <= b for a, b in chinese)]
    keep_only(font, code_points, [])
    names = font["name"]
    names.names = [n for n in names.names if n.nameID in (0, 7)]
    for key, text in {
        1: "Tandem Hangul",
        2: weight,
        3: f"Tandem Hangul {weight} 1.0",
        4: "Tandem Hangul" + ("" if weight == "Regular" else " " + weight),
        5: "Version 1.0; a subset of a font by NAVER Corporation",
        6: f"TandemHangul-{weight}",
        13: "SIL Open Font License, Version 1.1",
        14: "http://scripts.sil.org/OFL",
    }.items():
        names.setName(text, key, 3, 1, 0x409)
        names.setName(text, key, 1, 0, 0)
    font.save(f"{output}/TandemHangul-{weight}.ttf")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    inter_folder, nanum_folder, output_folder = sys.argv[1:]
    os.makedirs(output_folder, exist_ok=True)
    for name in ("Regular", "SemiBold", "Bold"):
        inter(inter_folder, name, output_folder)
    hangul(nanum_folder, "NanumGothic", "Regular", output_folder)
    hangul(nanum_folder, "NanumGothicBold", "Bold", output_folder)
