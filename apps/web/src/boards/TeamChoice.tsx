import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listTeams } from '../api/teams.ts'
import { Select, type SelectOption } from '../ui/Select.tsx'

const KEY = 'second-story:team'

export interface TeamChoiceState {
  /** undefined: the personal team */
  readonly id: string | undefined
  /** it is the team of one */
  readonly isPersonal: boolean
  readonly options: readonly SelectOption<string>[]
  choose(id: string): void
}

/** Whose boards the new one joins; remembered in this browser. */
export function useTeamChoice(): TeamChoiceState {
  const { data: teams = [] } = useQuery({ queryKey: ['teams'], queryFn: listTeams })
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY))
  const known = teams.find((team) => team.id === chosen) ?? teams.find((team) => team.personal)
  return {
    id: known?.id,
    isPersonal: known?.personal ?? true,
    options: teams.map((team) => ({ id: team.id, label: team.personal ? 'Only my own' : team.title })),
    choose: (id) => {
      localStorage.setItem(KEY, id)
      setChosen(id)
    },
  }
}

/** Shown only where there is something to choose. */
export function TeamChoice({ choice }: { readonly choice: TeamChoiceState }) {
  if (choice.options.length < 2) return null
  return (
    <Select
      label="Team of a new board"
      hideLabel
      size="small"
      options={choice.options}
      value={choice.id ?? null}
      onChange={choice.choose}
    />
  )
}
