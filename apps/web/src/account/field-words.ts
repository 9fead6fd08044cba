import { ACCOUNT_LIMITS } from '@second-story/protocol'

export interface SignUpWords {
  readonly name: string
  readonly email: string
  readonly password: string
}

export type FieldErrors = { readonly [K in keyof SignUpWords]?: string }

/** What is wrong with a sign-up before it is sent, field by field, in words. */
export function signUpErrors({ name, email, password }: SignUpWords): FieldErrors {
  return {
    ...(name.trim() === '' ? { name: 'How shall the others call you?' } : {}),
    ...(/^\S+@\S+$/.test(email.trim()) ? {} : { email: 'That does not look like a mail address.' }),
    ...passwordError(password),
  }
}

export function passwordError(password: string): { readonly password?: string } {
  const least = ACCOUNT_LIMITS.passwordLeast
  if (password.length >= least) return {}
  return { password: `At least ${least} characters; a short sentence is good.` }
}
