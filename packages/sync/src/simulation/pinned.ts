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
]
