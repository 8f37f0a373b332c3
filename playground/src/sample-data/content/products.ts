/** What the shop sells. Prices in euros. */
import type { SampleProduct } from '../types';

type Text = Pick<
  SampleProduct,
  'slug' | 'sku' | 'name' | 'summary' | 'price' | 'tone' | 'description'
>;

const coffee = (text: Text & { origin: string; notes: string }): SampleProduct => ({
  ...text,
  kind: 'coffee',
  illustration: 'bag',
});

const equipment = (text: Text & Pick<SampleProduct, 'illustration'>): SampleProduct => ({
  ...text,
  kind: 'equipment',
});

const wholesale = (text: Text): SampleProduct => ({
  ...text,
  kind: 'wholesale',
  illustration: 'bag',
});

export const products: SampleProduct[] = [
  coffee({
    slug: 'harbour-blend',
    sku: 'C-HAR',
    name: 'Harbour Blend',
    summary: 'Our everyday coffee: round, chocolatey, forgiving.',
    description:
      'Half Brazil, half Colombia, roasted a little longer than the rest of the shelf. It likes milk, it likes a moka pot, and it does not mind being brewed by someone half asleep.',
    price: 11.5,
    origin: 'Brazil and Colombia',
    notes: 'milk chocolate, hazelnut, brown sugar',
    tone: '#1f4d57',
  }),
  coffee({
    slug: 'guji-uraga',
    sku: 'C-GUJ',
    name: 'Guji Uraga',
    summary: 'Washed heirloom coffee from 2,200 metres, clear as a bell.',
    description:
      'Some 400 families bring their cherries to the washing station in Uraga. The cool nights slow everything down, and one can taste it.',
    price: 16.9,
    origin: 'Ethiopia',
    notes: 'jasmine, apricot, lemon tea',
    tone: '#b9491f',
  }),
  coffee({
    slug: 'finca-la-senda',
    sku: 'C-SEN',
    name: 'Finca La Senda',
    summary: 'Sweet and balanced, from a farm that has had the same path for a century.',
    description:
      'Arnoldo Pérez dries his coffee on the patio in front of the house and turns it every half hour. We have bought his whole harvest for four years.',
    price: 14.5,
    origin: 'Guatemala',
    notes: 'red apple, caramel, almond',
    tone: '#7a4a21',
  }),
  coffee({
    slug: 'kirinyaga-aa',
    sku: 'C-KIR',
    name: 'Kirinyaga AA',
    summary: 'Blackcurrant from the first sip. Not shy.',
    description:
      'From the slopes of Mount Kenya, washed twice and dried for three weeks. Brew it a little cooler and a little longer than you think.',
    price: 18.5,
    origin: 'Kenya',
    notes: 'blackcurrant, grapefruit, cane sugar',
    tone: '#6b2d5c',
  }),
  coffee({
    slug: 'sul-de-minas',
    sku: 'C-SUL',
    name: 'Sul de Minas',
    summary: 'A natural with the sweetness of dried fruit. Made for espresso.',
    description:
      'Dried in the cherry for 24 days. Grind it fine, give it half a minute, and do not be surprised by the raisins.',
    price: 12.9,
    origin: 'Brazil',
    notes: 'raisin, cocoa, roasted peanut',
    tone: '#8a6a1c',
  }),
  coffee({
    slug: 'night-ferry-decaf',
    sku: 'C-DEC',
    name: 'Night Ferry Decaf',
    summary: 'Decaffeinated with sugar cane. Nobody at the table will notice.',
    description:
      'From Huila, where the caffeine is taken out with what is left of the sugar harvest. It keeps its sweetness, and you keep your sleep.',
    price: 13.9,
    origin: 'Colombia',
    notes: 'toffee, orange, biscuit',
    tone: '#2f3d5c',
  }),
  coffee({
    slug: 'mandheling',
    sku: 'C-MAN',
    name: 'Mandheling',
    summary: 'Heavy, earthy, spiced: the one for stormy days.',
    description:
      'Wet-hulled, as it is done in Sumatra and nowhere else. Low in acidity and long in the cup.',
    price: 14.9,
    origin: 'Indonesia',
    notes: 'cedar, dark chocolate, clove',
    tone: '#3d5c3a',
  }),
  coffee({
    slug: 'san-ignacio',
    sku: 'C-IGN',
    name: 'San Ignacio Organic',
    summary: 'Organic, from a cooperative of 98 small farms.',
    description:
      'The cooperative bought its own dry mill in 2019 and has set its own prices ever since. Soft, with enough fruit to stay interesting.',
    price: 13.5,
    origin: 'Peru',
    notes: 'plum, honey, vanilla',
    tone: '#a8431f',
  }),
  equipment({
    slug: 'gull-dripper',
    sku: 'E-DRI',
    name: 'Gull Dripper',
    summary: 'Porcelain, one cup or two, with ribs that let the water breathe.',
    description:
      'Takes the usual cone filters, which are sold in every supermarket. Dishwasher safe.',
    price: 24,
    illustration: 'dripper',
    tone: '#1f4d57',
  }),
  equipment({
    slug: 'tern-kettle',
    sku: 'E-KET',
    name: 'Tern Kettle',
    summary: 'A swan neck that pours where you look. 0.9 litres.',
    description: 'For gas, electric and induction. The thermometer sits in the lid.',
    price: 64,
    illustration: 'kettle',
    tone: '#b9491f',
  }),
  equipment({
    slug: 'lighthouse-grinder',
    sku: 'E-GRI',
    name: 'Lighthouse Hand Grinder',
    summary: 'Steel burrs, forty clicks, no cable.',
    description:
      'Grinds 25 g in under a minute. Comes apart without tools, for when it needs a brush.',
    price: 119,
    illustration: 'grinder',
    tone: '#2f3d5c',
  }),
  equipment({
    slug: 'lifeboat-press',
    sku: 'E-PRE',
    name: 'Lifeboat French Press',
    summary: 'One litre, double walls, a sieve that can be replaced.',
    description: 'Keeps four cups warm for an hour. Every part of it can be bought singly.',
    price: 48,
    illustration: 'press',
    tone: '#6b4327',
  }),
  equipment({
    slug: 'harbour-mug',
    sku: 'E-MUG',
    name: 'Harbour Mug',
    summary: 'Stoneware, 300 ml, thrown by Ines two doors down.',
    description: 'No two are quite alike. The glaze is called low tide.',
    price: 19.5,
    illustration: 'cup',
    tone: '#3d7a6d',
  }),
  wholesale({
    slug: 'office-box',
    sku: 'W-BOX',
    name: 'Office Box, 5 kg',
    summary: 'Five kilograms of Harbour Blend, for two weeks and twenty people.',
    description: 'Whole bean, in five bags, so that the last cup is as fresh as the first.',
    price: 97.5,
    tone: '#16383f',
  }),
  wholesale({
    slug: 'cafe-box',
    sku: 'W-CAF',
    name: 'Café Box, 20 kg',
    summary: 'Harbour Blend and Sul de Minas, ten kilograms each.',
    description: 'Delivered on Wednesdays. Ask us about a grinder on loan.',
    price: 358,
    tone: '#5c3a2a',
  }),
];
