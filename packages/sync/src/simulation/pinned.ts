/** Programs that once failed, shortened; what went wrong in them must never go wrong again. */
export const PINNED: readonly { readonly name: string; readonly program: string }[] = [
  {
    name: 'a tab that shows nothing of itself, echoing another of the same account, became it: they took turns for ever',
    program: 'nodes=1 tabs=2 readers=0 shared=1 isPrivate=0 rows=8 | show 1 bhzd82',
  },
  {
    name: 'somebody told by two processes of a node stayed as a ghost: the last word came under a lower clock',
    program:
      'nodes=2 tabs=2 readers=0 shared=0 isPrivate=0 rows=3 | show 2 tu5k6d, role 2 tqzo4b, edit 4 qdb02c, go 0 o30ryy, up 4 5n94mb, disk 0 uv0kdi, write 3 6sxir7, go 4 hlzh3b, go 0 rgdwi3, tick 0 cfmr2x, up 4 p777n2, crash 4 5kmen0',
  },
  {
    name: 'an honest client was refused because a node took its client for a stranger’s before it had read the log',
    program:
      'nodes=2 tabs=2 readers=0 shared=1 isPrivate=1 rows=8 | go 4 bxmktv, edit 4 7qxby3, write 0 5udnx2, disk 4 3mbebz, go 5 m1epdd, up 0 a8cyl, go 0 3i5bvw, up 1 8dhngf, disk 5 ygnhrc, disk 2 z4gza0, role 4 njrx49, tick 0 jcbf4o, go 4 qti72k, role 3 xz4mhj, disk 0 a7egit, up 2 vwv45w, down 0 onzf6p, forge 5 uklgqj',
  },
  {
    name: 'who went to another node and came back left a gap in a row: what followed was stored under wrong ids',
    program:
      'nodes=3 tabs=4 readers=0 shared=0 isPrivate=0 rows=3 | go 0 guurej, up 3 cqm96e, disk 4 d7ygbc, disk 5 hpge2, edit 0 r8m7mj, up 3 6uiic6, tick 0 ar1lc0, go 4 qevlfh, write 1 z41r3i, disk 0 2wr19l, disk 5 qv2m7l, disk 5 55rdmg, go 0 q82417, edit 4 yerf50, beat 0 y4soi6, beat 0 1gjn7r, tick 5 iufuiu, up 3 7gry92, disk 0 qhov8u, edit 4 asbqfa, half 4 gxb6x4, disk 2 wezbnl, sick 5 8nv2nb, disk 5 l5xo2b, disk 5 v6ho1g',
  },
  {
    name: 'a stranger showed herself under somebody’s client on a node that had not read whose it is',
    program:
      'nodes=3 tabs=5 readers=0 shared=0 isPrivate=0 rows=3 | edit 1 ft1k4i, go 0 hhbkbr, write 1 myd6w0, go 0 7r561e, go 1 o9mvhc, up 4 4ttdmp, go 0 lxcgko, disk 3 7tzx6j, down 1 6tpzio, up 3 l11ogm, go 1 w26x68, show 1 if27p3, up 2 lhrt6j, disk 3 wo4tlw, tick 3 r8imss, disk 5 6q5fm2, forge 4 v5x7wt',
  },
  {
    name: 'values that were overwritten, and are kept to be undone, were refused as several under one key',
    program:
      'nodes=1 tabs=5 readers=1 shared=0 isPrivate=0 rows=8 | role 5 y65fl4, edit 1 sjomyc, go 0 twp30j, edit 0 5sfwlf',
  },
  {
    name: 'a clock was set back, and for an hour a node that was gone kept its people',
    program:
      'nodes=2 tabs=2 readers=0 shared=1 isPrivate=0 rows=8 | show 1 8lodkm, go 3 pjh7vc, up 3 fo31tz, disk 2 xmsbu6, go 2 rl25kv, tick 3 59pbsq, wipe 3 bcwc39, disk 4 d8v3mn, tick 1 eqg4kj, pause 0 v6zuz7, hear 0 jyesty, up 2 lqbvcq, hear 0 5ajs9f, crash 2 c01cf, jump 3 w5faf',
  },
  {
    name: 'a slow reader who missed that somebody left never heard of it',
    program:
      'nodes=3 tabs=6 readers=0 shared=0 isPrivate=0 rows=3 | go 2 2jszxs, show 2 7mp7t4, edit 5 84a5dp, up 1 tereej, disk 2 4c9so1, go 5 1p4oc8, tick 5 umy2ca, edit 5 e8f4ia, disk 1 pn12n3, edit 5 owimm6, up 4 t3fgp0, down 3 g5258s, wipe 2 i04jo7, up 5 4kigt4, tick 1 xld5oe, up 3 hrvkf5, disk 0 gzdryg, tick 3 pejcz0',
  },
]
