/**
 * Programs that once failed, shortened; what went wrong in them must never go wrong again. When the meaning of a step changes
 * they must be made anew: break the engine as it was broken (`mutants/lists/sim-*.mjs`), and the simulator prints them.
 */
export const PINNED: readonly { readonly name: string; readonly program: string }[] = [
  {
    name: 'a tab that shows nothing of itself, echoing another of the same account, became it: they took turns for ever',
    program: 'nodes=1 tabs=6 readers=1 shared=1 isPrivate=0 rows=4 | show 1 ibd3b7',
  },
  {
    name: 'somebody told by two processes of a node stayed as a ghost: the last word came under a lower clock',
    program:
      'nodes=3 tabs=5 readers=1 shared=0 isPrivate=0 rows=2 | go 3 wyglum, go 3 4tbivs, beat 4 l0zyj2, write 4 f70q81, pause 1 4j53k0, show 3 do1rie, write 1 o0497h, disk 0 w39jqi, up 2 ao00vo, go 3 ecxo4n, edit 3 n0dh4d, up 4 idu6fj, tick 3 27n5we, disk 1 gu3z2b, go 0 tqhfy9, up 4 gw5tjx, down 1 wlmhc9, tick 2 qkgk3r, role 3 wcwyge, up 0 9fcasd, crash 2 b5ofgw',
  },
  {
    name: 'an honest client was refused because a node took its client for another’s before it had read the log',
    program:
      'nodes=3 tabs=6 readers=0 shared=0 isPrivate=0 rows=2 | go 5 sj0etw, go 3 45bxqs, go 3 jar0ng, write 5 qx5zt, up 0 uf0esp, disk 5 kejwwz, edit 5 kmwvxo, disk 0 re3z08, up 2 taraba, go 2 5f4o9s, tick 3 1g2a4v, go 5 1vvcy9, up 1 jsl170, down 3 ml6b5h, disk 0 qnmyr7, down 1 qzu5qr, up 3 2ew8e1, go 2 blvweh, go 2 do1fab, down 3 7fe7qd, up 2 nuu650, down 2 jg1nou, up 1 dec7k5',
  },
  {
    name: 'who went to another node and came back left a gap in a row: what followed was stored under wrong ids',
    program:
      'nodes=2 tabs=4 readers=0 shared=0 isPrivate=0 rows=2 | go 1 p2ygzf, sick 0 x5vi9e, edit 5 fn35ts, up 0 gchke7, disk 0 uqr3qk, go 1 qrw4ey, edit 5 9wftu9, tick 0 aagofd, disk 3 tid84r, up 0 3hzlsq, disk 3 h06gbl, tick 5 veqh1q, disk 0 2edzqz, go 5 drcu7t',
  },
  {
    name: 'a stranger showed herself under somebody’s client on a node that had not read whose it is',
    program:
      'nodes=3 tabs=3 readers=0 shared=1 isPrivate=0 rows=2 | go 2 pf21s2, edit 5 154avj, write 5 tqy76q, up 0 82qywt, disk 1 2sy9rz, disk 5 2lz7ug, tick 4 vsmxn2, disk 4 300iqb, forge 5 b3z5dy, forge 1 9giuc5',
  },
  {
    name: 'values that were overwritten, and are kept to be undone, were refused as several under one key',
    program:
      'nodes=1 tabs=5 readers=1 shared=0 isPrivate=0 rows=8 | role 5 y65fl4, edit 1 sjomyc, go 0 twp30j, edit 0 5sfwlf',
  },
  {
    name: 'a clock was set back, and for an hour a node that was gone kept its people',
    program:
      'nodes=2 tabs=2 readers=0 shared=1 isPrivate=0 rows=2 | go 1 c3nyzy, show 5 64awmn, up 2 5hjupq, disk 2 it86mu, hear 5 rv4jz4, tick 0 kptdov, disk 5 ik1abi, tick 4 tvmb47, go 0 uegtju, crash 2 leu6mc, up 2 86m5vv, wipe 0 uwxk4, hear 3 506u9j, jump 3 aicnth',
  },
  {
    name: 'a slow reader who missed that somebody left never heard of it',
    program:
      'nodes=3 tabs=4 readers=0 shared=0 isPrivate=0 rows=4 | go 1 68utlm, go 3 bt0trq, go 3 xpj78k, up 1 l7mdit, go 2 uqg42k, go 2 ge9qqh, edit 1 a75gr3, go 3 ydqmji, edit 5 iiai0v, up 5 1k2dxu, show 4 ccug80, go 3 tfk1qb, up 1 cedmpw, pause 4 6226eq, go 0 bp8n06, up 3 5qa8qy, disk 1 6ty8en, disk 2 xva8re, beat 0 ik99ue, up 0 8cfctu, tick 5 o1ctff, beat 5 b8clly, wipe 0 2jkrqo, up 2 e9h814, disk 1 qe6hwa, tick 4 ra6q9m, disk 4 z06f5h, up 0 lnmu8v, tick 4 j35v4x',
  },
  {
    name: 'a deletion known already was refused when it came again in other pieces',
    program:
      'nodes=3 tabs=2 readers=0 shared=0 isPrivate=0 rows=10 | edit 5 yf2vfo, go 1 qsy8f, go 0 kgnl75, edit 3 hkrgjg, edit 3 t11wmp, go 5 sqt2u6, up 1 2rc7z1, up 4 avgcfj, up 2 dohnsq, edit 1 ubmuic, disk 5 felmgh, up 4 z9omkl, up 3 bxs0qb, down 5 mtt855, up 1 np92p4, disk 2 be1u0a, tick 0 ld1hx5, disk 5 vhrbna, poll 0 9u7mz5, disk 3 jsroag, disk 3 9ifotm',
  },
  {
    name: 'who came over from another node and left before their claim was stored stayed as a ghost',
    program:
      'nodes=3 tabs=4 readers=0 shared=0 isPrivate=0 rows=10 lazy=0 | go 0 jy11oc, up 1 4vqp2t, disk 1 p705w4, show 4 o48uvz, up 3 t92nwc, write 0 hm7q1t, disk 0 e6l5j, tick 3 ta9kvl, disk 5 akkh0g, go 4 kmzww3, sick 1 100kox, hear 3 bqhu21, show 3 yyz0lx, tick 0 p74trd, go 3 x4zzx0, up 0 hnfbec, go 0 3cpfpu, up 2 uiiiic, half 0 yvr5x8, tick 3 9o6uav, hear 3 jfx0p1, disk 2 3igndc, go 3 4f72ps, wipe 4 3tqufk, up 4 1gu0wq',
  },
]
