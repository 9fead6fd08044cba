"""Makes the fonts and the advance widths of this package from the upstream variable fonts.

Each option takes one or more files of one upstream family (ttf or woff2; web distributions split a family by script):

  python3 make-fonts.py --hanken FILE... --newsreader FILE... --newsreader-italic FILE...

Writes beside this script: static TTFs without kerning or ligatures (what the PNG renderer reads, and exactly what
`measure` adds up), and ../src/text/generated/advances.ts and ../src/fonts/generated/faces.ts (the same fonts as
woff2 in data: URIs). Needs fontTools and brotli. Running it twice gives the same bytes.
"""
import argparse, base64, io, os, tempfile
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fontTools import subset, merge

HERE = os.path.dirname(os.path.abspath(__file__))
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x2C6, 0x2C7), (0x2D8, 0x2DD),
          (0x2009, 0x200A), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026),
          (0x202F, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x20AC, 0x20AC),
          (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212), (0x2215, 0x2215),
          (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265)]
CODES = [c for a, b in RANGES for c in range(a, b + 1)]
# name, source, weight, optical size, CSS family, CSS style, letters wanted
FACES = [
    ('sans-400', 'hanken', 400, None, 'Hanken Grotesk', 'normal'),
    ('sans-500', 'hanken', 500, None, 'Hanken Grotesk', 'normal'),
    ('sans-600', 'hanken', 600, None, 'Hanken Grotesk', 'normal'),
    ('serif-400', 'newsreader', 400, 18, 'Newsreader', 'normal'),
    ('serif-500', 'newsreader', 500, 18, 'Newsreader', 'normal'),
    ('serif-400-italic', 'newsreader_italic', 400, 18, 'Newsreader', 'italic'),
    ('serif-500-italic', 'newsreader_italic', 500, 18, 'Newsreader', 'italic'),
    ('display-400', 'newsreader', 400, 48, 'Newsreader Display', 'normal'),
    ('display-500-italic', 'newsreader_italic', 500, 28, 'Newsreader Display', 'italic'),
]
FILES = {'sans': 'hanken-grotesk', 'serif': 'newsreader', 'display': 'newsreader-display'}


def static(path, weight, opsz):
    font = TTFont(path)
    limits = {'wght': weight}
    if opsz is not None:
        limits['opsz'] = opsz
    axes = {a.axisTag for a in font['fvar'].axes}
    font = instancer.instantiateVariableFont(font, {k: v for k, v in limits.items() if k in axes})
    font.flavor = None
    options = subset.Options(layout_features=['tnum', 'pnum'], hinting=False, notdef_outline=True, name_IDs=[0, 13, 14],
                             drop_tables=['GPOS', 'GDEF', 'STAT', 'DSIG', 'MVAR', 'HVAR', 'avar'], glyph_names=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CODES)
    cutter.subset(font)
    return font


def joined(paths, weight, opsz):
    """One font of several files: the first one that has a letter gives it."""
    fonts, seen = [], set()
    for path in paths:
        font = static(path, weight, opsz)
        new = set(font.getBestCmap()) - seen
        if not new:
            continue
        if seen:
            options = subset.Options(drop_tables=['GSUB'], notdef_outline=True, glyph_names=False)
            cutter = subset.Subsetter(options)
            cutter.populate(unicodes=new)
            cutter.subset(font)
        seen |= new
        fonts.append(font)
    if len(fonts) == 1:
        return fonts[0]
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, font in enumerate(fonts):
            names.append(os.path.join(folder, f'{i}.ttf'))
            font.save(names[-1])
        merged = merge.Merger().merge(names)
    return merged


def named(font, family, style, weight):
    table = font['name']
    table.names = [n for n in table.names if n.nameID in (0, 13, 14)]
    sub = {400: 'Regular', 500: 'Medium', 600: 'SemiBold'}[weight] + (' Italic' if style == 'italic' else '')
    plain = 'Italic' if style == 'italic' else 'Regular'
    regular = weight == 400
    words = {1: family if regular else f'{family} {sub.replace(" Italic", "")}', 2: plain, 3: f'{family} {sub}', 4: f'{family} {sub}',
             6: f'{family}-{sub}'.replace(' ', ''), 16: family, 17: sub}
    for key, text in words.items():
        table.setName(text, key, 3, 1, 0x409)
    font['OS/2'].usWeightClass = weight
    font['OS/2'].fsSelection = (0x01 if style == 'italic' else 0x40) | 0x80
    font['head'].macStyle = 2 if style == 'italic' else 0
    font['head'].created = font['head'].modified = 3562000000
    font.recalcTimestamp = False
    return font


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ('hanken', 'newsreader', 'newsreader-italic'):
        parser.add_argument(f'--{name}', nargs='+', required=True)
    sources = vars(parser.parse_args())
    advances, faces = [], []
    for name, source, weight, opsz, family, style in FACES:
        font = named(joined(sources[source], weight, opsz), family, style, weight)
        kind = name.split('-')[0]
        out = FILES[kind] + '-' + name.split('-', 1)[1]
        font.save(os.path.join(HERE, out + '.ttf'))
        per_em = font['head'].unitsPerEm
        cmap, metrics = font.getBestCmap(), font['hmtx'].metrics
        row = ' '.join(str(round(metrics[cmap[c]][0] * 1000 / per_em)) if c in cmap else '-' for c in CODES)
        advances.append(f"  '{name}':\n    '{row}',")
        buffer = io.BytesIO()
        font.flavor = 'woff2'
        font.save(buffer)
        data = base64.b64encode(buffer.getvalue()).decode()
        faces.append((name, family, style, weight, data))
        missing = [hex(c) for c in CODES if c not in cmap]
        print(name, len(buffer.getvalue()), 'bytes of woff2; not in the font:', ' '.join(missing))
    text = os.path.join(HERE, '..', 'src', 'text', 'generated')
    fonts = os.path.join(HERE, '..', 'src', 'fonts', 'generated')
    os.makedirs(text, exist_ok=True)
    os.makedirs(fonts, exist_ok=True)
    with open(os.path.join(text, 'advances.ts'), 'w') as file:
        file.write('// Made by fonts/make-fonts.py. First and last code point of each run of letters:\n')
        file.write('export const RUNS: readonly (readonly [number, number])[] = [\n')
        file.write(''.join(f'  [0x{a:x}, 0x{b:x}],\n' for a, b in RANGES) + ']\n')
        file.write('/** Advance widths in thousandths of an em, in the order of RUNS; `-` where the font has no such letter. */\n')
        file.write('export const ADVANCES = {\n' + '\n'.join(advances) + '\n} as const\n')
    with open(os.path.join(fonts, 'faces.ts'), 'w') as file:
        file.write('// Made by fonts/make-fonts.py: the fonts beside it, as woff2 in base64.\n')
        file.write('export const FACES = [\n')
        for name, family, style, weight, data in faces:
            file.write(f"  {{ name: '{name}', family: '{family}', style: '{style}', weight: {weight}, woff2: '{data}' }},\n")
        file.write('] as const\n')


main()
