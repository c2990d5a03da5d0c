import type { RegisterFile } from '#shared/contract/register'
import { registerColumns } from '#shared/rules/registerColumns'

type Column = (typeof registerColumns)[RegisterFile][number]

const all: readonly string[] = Object.values(registerColumns).flat()

/** Whether a column is one that the program knows; what else a file has, it may call anything. */
export const isColumn = (name: string): name is Column => all.includes(name)
