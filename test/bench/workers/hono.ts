/** What a start of the tracker is held against: a Worker of Hono with one route. */
import { Hono } from 'hono'

const app = new Hono()
app.get('/', (c) => c.text('Hello'))

export default app
