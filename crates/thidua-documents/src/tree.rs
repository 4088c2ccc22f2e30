//! A JSON text as a tree that keeps the order and the repetitions of its keys.

use std::borrow::Cow;
use std::ops::Range;

use crate::scan::{Extent, Sign, Tokens};

/// A JSON text and where its values are: 12 bytes a value or key, nothing else.
// INVARIANT: the text is JSON; `nodes` are its values and keys in the order of the text, each
// list and object before what stands in it, each key before its value.
#[derive(Debug)]
pub(crate) struct Tree<'t> {
    text: &'t str,
    nodes: Vec<Node>,
}

/// Where a value or key is.
#[derive(Clone, Copy, Debug)]
struct Node {
    start: u32,
    end: u32,
    /// The node after it and whatever stands in it.
    next: u32,
}

/// One value, or one key, of a tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'t> {
    tree: &'t Tree<'t>,
    at: u32,
    node: Node,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
}

impl<'t> Tree<'t> {
    /// The tree of a JSON text of at most `u32::MAX` bytes.
    ///
    /// # Errors
    ///
    /// Where a string starts that has half of a surrogate pair.
    pub(crate) fn of(text: &'t str, extent: Extent) -> Result<Self, usize> {
        let mut nodes: Vec<Node> = Vec::with_capacity(extent.values + extent.keys);
        let mut open = Vec::new();
        for token in Tokens::of(text) {
            let (start, end) = (narrow(token.start), narrow(token.end));
            let next = narrow(nodes.len());
            match token.sign {
                Sign::Open => {
                    open.push(nodes.len());
                    nodes.push(Node { start, end, next: next + 1 });
                }
                Sign::Close => {
                    if let Some(node) = open.pop().and_then(|at| nodes.get_mut(at)) {
                        (node.end, node.next) = (end, next);
                    }
                }
                Sign::Text if text.get(range(start, end)).and_then(decoded).is_none() => {
                    return Err(token.start);
                }
                Sign::Text | Sign::Word => nodes.push(Node { start, end, next: next + 1 }),
                Sign::Comma | Sign::Colon => {}
            }
        }
        Ok(Self { text, nodes })
    }

    /// The value that holds all others.
    pub(crate) fn root(&'t self) -> Option<Value<'t>> {
        self.value(0)
    }

    /// The value or key at a position that another gave.
    pub(crate) fn value(&'t self, at: u32) -> Option<Value<'t>> {
        let node = *self.nodes.get(usize::try_from(at).ok()?)?;
        Some(Value { tree: self, at, node })
    }
}

/// PROOF: `Limits` lets no text of more than `u32::MAX` bytes pass, and a node takes a byte at
/// least, so the fallback is never taken.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn range(start: u32, end: u32) -> Range<usize> {
    usize::try_from(start).unwrap_or_default()..usize::try_from(end).unwrap_or_default()
}

/// What a string with its quotes says; none for half of a surrogate pair.
fn decoded(raw: &str) -> Option<Cow<'_, str>> {
    if raw.contains('\\') {
        return serde_json::from_str(raw).ok().map(Cow::Owned);
    }
    raw.strip_prefix('"')?.strip_suffix('"').map(Cow::Borrowed)
}

impl<'t> Value<'t> {
    /// What it is.
    pub(crate) fn kind(self) -> Kind {
        match self.raw().bytes().next() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"') => Kind::Text,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    /// Its position.
    pub(crate) const fn at(self) -> u32 {
        self.at
    }

    /// Its JSON text.
    pub(crate) fn raw(self) -> &'t str {
        self.tree.text.get(self.range()).unwrap_or_default()
    }

    /// Where its JSON text is.
    pub(crate) fn range(self) -> Range<usize> {
        range(self.node.start, self.node.end)
    }

    /// What a string says; the JSON text of anything else.
    pub(crate) fn text(self) -> Cow<'t, str> {
        decoded(self.raw()).unwrap_or(Cow::Borrowed(self.raw()))
    }

    /// The values of a list; the keys and values of an object in turn.
    pub(crate) fn parts(self) -> impl Iterator<Item = Self> {
        let (tree, end) = (self.tree, self.node.next);
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            let value = (at < end).then(|| tree.value(at)).flatten()?;
            at = value.node.next;
            Some(value)
        })
    }

    /// The keys of an object with their values.
    pub(crate) fn members(self) -> impl Iterator<Item = (Self, Self)> {
        let mut parts = self.parts();
        std::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
    }

    /// The value of an object's first key of that name.
    pub(crate) fn member(self, name: &str) -> Option<Self> {
        if self.kind() != Kind::Object {
            return None;
        }
        self.members().find_map(|(key, value)| (key.text() == name).then_some(value))
    }

    /// The positions of the keys of an object that stand there again, ascending.
    pub(crate) fn repeated(self) -> Vec<u32> {
        let text = |at: u32| self.tree.value(at).map(Self::text);
        let mut keys: Vec<u32> = Vec::with_capacity(self.members().count());
        keys.extend(self.members().map(|(key, _)| key.at));
        keys.sort_unstable_by(|a, b| text(*a).cmp(&text(*b)).then(a.cmp(b)));
        let mut first = None;
        keys.retain(|at| {
            let again = first.is_some_and(|first| text(first) == text(*at));
            if !again {
                first = Some(*at);
            }
            again
        });
        keys.sort_unstable();
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Tree<'_> {
        Tree::of(text, Extent::of(text)).unwrap()
    }

    #[test]
    fn a_tree_keeps_order_and_repetitions() {
        let tree = tree(r#" {"b": [1, "x"], "a": {}, "\u0062": null, "b": true} "#);
        let root = tree.root().unwrap();
        let members: Vec<_> =
            root.members().map(|(key, value)| (key.text(), value.kind(), value.raw())).collect();
        assert_eq!(
            members,
            [
                ("b".into(), Kind::List, r#"[1, "x"]"#),
                ("a".into(), Kind::Object, "{}"),
                ("b".into(), Kind::Null, "null"),
                ("b".into(), Kind::Boolean, "true"),
            ]
        );
        let repeated: Vec<_> =
            root.repeated().into_iter().map(|at| tree.value(at).unwrap().raw()).collect();
        assert_eq!(repeated, [r#""\u0062""#, r#""b""#]);
        assert_eq!(root.member("b").unwrap().parts().count(), 2);
    }

    #[test]
    fn nodes_are_counted_beforehand() {
        let tree = tree(r#"{"a": [0, [], {"b": "]"}]}"#);
        assert_eq!(tree.nodes.len(), tree.nodes.capacity());
    }

    #[test]
    fn half_a_surrogate_pair_is_no_string() {
        let text = r#"["a", "\ud83d"]"#;
        assert_eq!(Tree::of(text, Extent::of(text)).unwrap_err(), 6);
        assert_eq!(tree(r#""\ud83d\ude00""#).root().unwrap().text(), "😀");
    }
}
