/** An answer that is not a success: a stable id for programs, a sentence for people. Status 0: no answer came. */
export class ApiError extends Error {
  readonly id: string
  readonly status: number

  constructor(id: string, message: string, status: number) {
    super(message)
    this.name = 'ApiError'
    this.id = id
    this.status = status
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Asks the server. Resolves with the parsed body, or rejects with an `ApiError` that can be shown as it is. */
export async function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const answer = await send(method, path, body)
  if (!answer.ok) throw await readError(answer)
  if (answer.status === 204) return undefined as T
  return (await answer.json()) as T
}

/** Hands a file to the server as it is. */
export async function sendFile<T>(path: string, file: Blob, type: string): Promise<T> {
  const answer = await send('POST', path, file, type)
  if (!answer.ok) throw await readError(answer)
  return (await answer.json()) as T
}

/** The same for bytes. */
export async function requestBytes(path: string): Promise<Uint8Array> {
  return (await requestFile(path)).bytes
}

/** The same with what the answer says of them. */
export async function requestFile(
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly headers: Headers }> {
  const answer = await send('GET', path, undefined)
  if (!answer.ok) throw await readError(answer)
  return { bytes: await readBytes(answer), headers: answer.headers }
}

/** A line that breaks in the middle is no answer either. */
async function readBytes(answer: Response): Promise<Uint8Array> {
  try {
    return new Uint8Array(await answer.arrayBuffer())
  } catch {
    throw noAnswer()
  }
}

async function send(
  method: Method,
  path: string,
  body: unknown,
  type = 'application/json',
): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      // the server takes changes only in such types, with or without a body: a form on another site cannot send it
      ...(method === 'GET' ? {} : { headers: { 'content-type': type } }),
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    })
  } catch {
    throw noAnswer()
  }
}

const noAnswer = (): ApiError =>
  new ApiError('no-answer', 'The server does not answer. Nothing was changed; try again in a moment.', 0)

async function readError(answer: Response): Promise<ApiError> {
  try {
    const { error } = (await answer.json()) as { error: { id: string; message: string } }
    return new ApiError(error.id, error.message, answer.status)
  } catch {
    return new ApiError(
      'no-answer',
      'The server had trouble with that. Nothing was changed; try again.',
      answer.status,
    )
  }
}
