import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query'
import { api } from './client'
import { isWorthSendingAgain } from './commandKeys'
import { errorName } from './errors'

/** The desk said that nobody is signed in, or that it is locked: ask it who is. */
function noticeSession(error: unknown) {
  const { name } = errorName(error)
  if (name !== 'SIGN_IN_REQUIRED' && name !== 'LOCKED') return
  void queryClient.invalidateQueries({ queryKey: api.staff.session.key() })
}

const noAnswer = ['unreachable', 'notLaunched', 'DATABASE_LOST', 'STORE_FAILED', 'BUSY']

/** What was read stays as it was read: that it could not be read anew is said once, above all of it. */
function keepRead(error: unknown, query: Query<unknown, unknown>) {
  if (query.state.data === undefined || !noAnswer.includes(errorName(error).name)) return
  query.setState({ status: 'success', error: null, isInvalidated: true })
}

/** How often a command without an answer is sent again by itself: for five seconds. */
const sentAgain = 4

/** The page's memory of what the desk has answered. It is re-read when the desk says that something changed. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error, query) {
      noticeSession(error)
      keepRead(error, query)
    },
  }),
  mutationCache: new MutationCache({ onError: noticeSession }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && isWorthSendingAgain(error),
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 5_000),
    },
    // A command carries its key, so that it is carried out once however often it is sent. When none of this helps, the
    // person decides, with what they typed still there.
    mutations: {
      networkMode: 'always',
      retry: (failures, error) => failures < sentAgain && isWorthSendingAgain(error),
      retryDelay: (failures) => 500 * (failures + 1),
    },
  },
})
