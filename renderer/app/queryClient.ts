import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { api } from './client'
import { errorName } from './errors'

/** The desk said that nobody is signed in, or that it is locked: ask it who is. */
function noticeSession(error: unknown) {
  const { name } = errorName(error)
  if (name !== 'SIGN_IN_REQUIRED' && name !== 'LOCKED') return
  void queryClient.invalidateQueries({ queryKey: api.staff.session.key() })
}

const worthRetrying = (error: unknown) => ['unreachable', 'BUSY'].includes(errorName(error).name)

/** The page's memory of what the desk has answered. It is re-read when the desk says that something changed. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSession }),
  mutationCache: new MutationCache({ onError: noticeSession }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && worthRetrying(error),
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 5_000),
    },
    // A write is never repeated by itself: the person decides, with what they typed still there.
    mutations: { networkMode: 'always', retry: false },
  },
})
