/** Where a change of a visit that was begun is kept. */
export const changeDraftKey = (visitId: string) => `visitChange:${visitId}`
