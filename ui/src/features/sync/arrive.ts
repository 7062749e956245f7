// What has taken the place of something that was pressed: the focus goes on there, and it comes into sight.
export function arrive(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
}
