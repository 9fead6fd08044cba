/** An account's own colour, 1 to 6, always the same. On a board they show another one while somebody there has theirs. */
export function colourOf(account: string): number {
  let sum = 0
  for (let i = 0; i < account.length; i++) sum = (sum * 31 + account.charCodeAt(i)) % 6007
  return (sum % 6) + 1
}
