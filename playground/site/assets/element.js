/** Makes elements; text stays text, so nothing that comes from Strapi is read as HTML. */
const SVG = 'http://www.w3.org/2000/svg';

/** Children may be nodes, text, or nothing (`null`, `false`). `style` and `class` are attributes. */
export const element = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false && value !== null)
      node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== false));
  return node;
};

/** A picture of the sprite, in the colour of the text around it. */
export const picture = (shape) => {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  svg.setAttribute('viewBox', '0 0 120 120');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `/assets/shapes.svg#${shape}`);
  svg.append(use);
  return svg;
};

export const find = (selector) => document.querySelector(selector);
