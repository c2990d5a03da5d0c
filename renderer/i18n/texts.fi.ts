import { byNamespace } from './byNamespace'

/** What is said before somebody has signed in, and all that can go wrong, by namespace. */
export const texts = byNamespace(
  import.meta.glob<object>('./fi/{common,database,refusals,staff,system}.json', {
    eager: true,
    import: 'default',
  }),
)
