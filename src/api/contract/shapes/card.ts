import * as z from 'zod'
import { words } from './fields.ts'

export const oembedShape = z
  .strictObject({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: words,
    provider_name: words,
    provider_url: z.url(),
    cache_age: z.int().min(0),
    width: z.int().min(1),
    height: z.int().min(1),
    html: words,
  })
  .meta({ id: 'OEmbed', description: 'As oembed.com has it, of the type rich.' })

export type OEmbedAnswer = z.output<typeof oembedShape>
