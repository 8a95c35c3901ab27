// The page that a link leads to is patched into this one, which would leave the menu open over it.

document.addEventListener('click', ({ target }) => target.closest('[popover] a')?.closest('[popover]').hidePopover())

// Nor does it run the scripts that this page did not have: a module runs once, however often it is asked for.
window.Blazor?.addEventListener('enhancedload', () => document.querySelectorAll('script[type=module]').forEach(({ src }) => import(src)))
