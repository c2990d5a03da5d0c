import { desc } from 'drizzle-orm'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

/** Whether the database holds the practice register, a real one, or none; the two are never mixed. */
export async function registerKind(
  db: Db,
  { registerImport }: Tables,
): Promise<'empty' | 'practice' | 'real'> {
  const [latest] = await db
    .select({ kind: registerImport.kind })
    .from(registerImport)
    .orderBy(desc(registerImport.at))
    .limit(1)
  return latest?.kind ?? 'empty'
}
