/** What a page needs only once it has been open for a while: a file of its own, loaded then. */
export { announcer } from './announce.ts'
export { listen } from './listen.ts'
export { redraw } from './redraw.ts'
export { say } from './region.ts'
export { missed } from './standby.ts'
