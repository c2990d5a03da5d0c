import { byNamespace } from './byNamespace'

/** What the pages say to those who have signed in, by namespace. */
export const texts = byNamespace(
  import.meta.glob<object>(['./sv/*.json', '!./sv/{board,common,database,refusals,staff,system}.json'], {
    eager: true,
    import: 'default',
  }),
)
