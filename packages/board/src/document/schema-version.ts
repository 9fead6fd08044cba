/** The shape of the documents. Raised by a numbered migration; a client meets a newer one read-only. */
export const SCHEMA_VERSION = 1
