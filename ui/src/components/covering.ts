// How much of the screen's foot something covers, for whatever must stay in sight above it.
import type { Attachment } from 'svelte/attachments';

/** Keeps a custom property of the page at the height of this element, while the element hovers over the page. */
export function covering(property: '--covered' | '--foot'): Attachment<HTMLElement> {
  return (node) => {
    const page = document.documentElement.style;
    const tell = () => page.setProperty(property, getComputedStyle(node).position === 'static' ? '0px' : `${node.offsetHeight}px`);
    const watch = new ResizeObserver(tell);
    watch.observe(node);
    window.addEventListener('resize', tell);
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', tell);
      page.removeProperty(property);
    };
  };
}
