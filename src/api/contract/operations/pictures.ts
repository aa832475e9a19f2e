import * as z from 'zod'
import { ASKING, EMBED, OEMBED, PAGE } from '../../parameters.ts'
import type { Operation } from '../operation.ts'
import { oembedShape } from '../shapes/card.ts'
import { at, deadlineName, talks } from './subjects.ts'

const tag = 'Pictures'
const markup = z.string().min(1)
const july = { names: { slug: talks }, query: { at }, status: 200 }

export const pictureOperations: Operation[] = [
  {
    ...{ id: 'getBadge', tag, method: 'get', path: '/deadlines/{slug}.svg' },
    summary: 'A badge',
    description: 'How long is left and how sure that is, in a line: as SVG.',
    ...{ names: deadlineName, query: ASKING },
    answers: { 200: { description: 'The badge.', type: 'image/svg+xml', schema: markup } },
    problems: [400, 404],
    examples: { july: { summary: 'Contested talks', ...july } },
  },
  {
    ...{ id: 'getPicture', tag, method: 'get', path: '/deadlines/{slug}.png' },
    summary: 'A picture',
    description: 'For messengers and networks: 1200 by 630 pixels, as PNG.',
    ...{ names: deadlineName, query: PAGE },
    answers: {
      200: {
        description: 'The picture.',
        type: 'image/png',
        schema: z.string().meta({ contentMediaType: 'image/png' }),
        headers: z.object({
          'Content-Language': z.string().describe('The language that it is in.'),
        }),
      },
    },
    problems: [400, 404],
    examples: {
      july: { summary: 'Contested talks, in Ukrainian', ...july, query: { at, lang: 'uk' } },
    },
  },
  {
    ...{ id: 'getCard', tag, method: 'get', path: '/embed/{slug}' },
    summary: 'A card for another site’s page',
    description: 'A small page that any site may frame, without script.',
    ...{ names: deadlineName, query: EMBED },
    answers: {
      200: {
        description: 'The card.',
        ...{ type: 'text/html', schema: markup },
        headers: z.object({
          'Content-Security-Policy': z.string().describe('That anybody may frame it.'),
        }),
      },
    },
    problems: [400, 404],
    examples: { july: { summary: 'In the dark', ...july, query: { at, theme: 'dark' } } },
  },
  {
    ...{ id: 'getOEmbed', tag, method: 'get', path: '/oembed' },
    summary: 'The card, by the address of its page',
    description: 'For programs that turn links into cards (oembed.com).',
    query: OEMBED,
    answers: {
      200: { description: 'The card to frame.', type: 'application/json', schema: oembedShape },
    },
    problems: [400, 404, 501],
    examples: {
      july: {
        summary: 'Contested talks',
        query: {
          url: `https://eleventh-hour.example/deadlines/${talks}?at=${at}`,
          maxwidth: '400',
        },
        status: 200,
      },
    },
  },
]
