// Prints the schema that a tldraw client names when it connects.
import { createTLSchema, defaultShapeSchemas } from '@tldraw/tlschema'

process.stdout.write(JSON.stringify(createTLSchema({ shapes: defaultShapeSchemas }).serialize()))
