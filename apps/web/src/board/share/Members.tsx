import type { BoardMember, Role } from '@second-story/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { UserMinus } from 'lucide-react'
import { giveRole, removeMember } from '../../api/boards.ts'
import { ROLE_WORDS, rolesBelow } from '../../presence/role-words.ts'
import { useCell } from '../../session/cell.ts'
import { useSession } from '../../session/use-session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './ShareDialog.module.css'

export interface MembersProps {
  readonly board: string
  readonly members: readonly BoardMember[]
}

export function Members({ board, members }: MembersProps) {
  const queries = useQueryClient()
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      toast((error as Error).message, { tone: 'error' })
    }
    await queries.invalidateQueries({ queryKey: ['members', board] })
  }
  return (
    <ul className={styles.rows}>
      {members.map((member) => (
        <MemberRow
          key={member.id}
          member={member}
          onRole={(role) => void act(() => giveRole(board, member.id, role))}
          onRemove={() => void act(() => removeMember(board, member.id))}
        />
      ))}
    </ul>
  )
}

interface MemberRowProps {
  readonly member: BoardMember
  readonly onRole: (role: Role) => void
  readonly onRemove: () => void
}

function MemberRow({ member, onRole, onRemove }: MemberRowProps) {
  const session = useSession()
  const me = useCell(session.me)
  const isMe = member.id === me.account
  const given = rolesBelow(me.role)
  const mayChange = !isMe && given.includes(member.role)
  return (
    <li className={styles.row}>
      <Avatar name={member.name} colour={member.colour} size={28} decorative />
      <span className={styles.name}>
        <b>{isMe ? `${member.name}, you` : member.name}</b>
        <i>{[member.here && 'here now', member.byTeam && 'by the team'].filter(Boolean).join(', ')}</i>
      </span>
      {mayChange ? (
        <>
          <Select
            label={`What ${member.name} is`}
            hideLabel
            size="small"
            options={given.map((role) => ({ id: role, ...ROLE_WORDS[role] }))}
            value={member.role}
            onChange={onRole}
          />
          <IconButton label={`Take ${member.name} off the board`} onPress={onRemove}>
            <UserMinus />
          </IconButton>
        </>
      ) : (
        <span className={styles.role}>{ROLE_WORDS[member.role].label}</span>
      )}
    </li>
  )
}
