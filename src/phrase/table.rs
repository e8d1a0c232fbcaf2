//! The words of all phrases by number, and the phrases as a tree of such numbers.

use super::ids::{Ids, N_SHORT, cut, key};
use super::slots::{FACTOR, Slots};

use super::stems::{STAR, Stems};
use super::words::{Bound, Word};

/// What a word can open or end.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Traits {
    /// The node of the tree that it leads to; 0 for none.
    root: u32,
    /// Its leaning, by its number plus 1.
    leaning: u32,
    /// Whether a pair with a leaning starts with it.
    starts_pair: bool,
    /// The phrase and the operator that it is alone, by their numbers plus 1.
    alone: [u32; 2],
    /// Whether a gap can follow it.
    has_gap: bool,
    /// Starts a clause of its own: "which".
    pub(crate) opens_clause: bool,
}

impl Traits {
    /// Whether a phrase or operator may start with the word.
    pub(crate) fn starts(self) -> bool {
        self.root != 0 || self.alone != [0; 2]
    }

    /// What the word means alone.
    pub(crate) fn alone(self) -> impl Iterator<Item = Meaning> {
        let [phrase, operator] = self.alone;
        meanings(phrase, operator)
    }

    /// Whether the word has a leaning or starts a pair that has one.
    pub(crate) const fn leans(self) -> bool {
        self.leaning != 0 || self.starts_pair
    }

    /// The leaning of the word.
    pub(crate) const fn leaning(self) -> Option<u32> {
        self.leaning.checked_sub(1)
    }

    /// Whether a pair with a leaning starts with the word.
    pub(crate) const fn starts_pair(self) -> bool {
        self.starts_pair
    }
}

/// Every word that occurs in a phrase. Number 0 is any other word.
#[derive(Clone, Debug)]
pub(crate) struct WordTable {
    ids: Ids,
    stems: Stems,
    traits: Vec<Traits>,
    nodes: Vec<Node>,
    edges: Slots,
    /// Pairs with a leaning.
    pairs: Slots,
    n_leanings: usize,
    /// The two words of each pair as one number, by the number of the leaning.
    pair_ways: Vec<u64>,
    /// Node and word that lead to each node, as one number.
    ways: Vec<u64>,
}

/// A place in the tree of phrases.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    /// Its place among the nodes.
    place: u32,
    /// Words that lead on from here: a bit for each, by the last six bits of its number.
    leads_on: u64,
    /// Where the phrase goes on after a gap; 0 for nowhere.
    gap: u32,
    /// The phrase that ends here, by its number plus 1.
    phrase: u32,
    /// The operator that ends here, by its number plus 1.
    operator: u32,
}

/// What a pattern stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Index of a phrase.
    Phrase(u32),
    /// Index of an operator.
    Operator(u32),
}

/// Stands for up to [`LONGEST_GAP`] words in a pattern.
pub(crate) const GAP: &str = "..";

impl Default for WordTable {
    /// Number 0 has traits too, so that any text can be read with an empty table.
    fn default() -> Self {
        Self {
            ids: Ids::default(),
            stems: Stems::default(),
            traits: vec![Traits::default()],
            nodes: Vec::new(),
            edges: Slots::default(),
            pairs: Slots::default(),
            n_leanings: 0,
            pair_ways: Vec::new(),
            ways: Vec::new(),
        }
    }
}

impl WordTable {
    /// The number of a word in small letters, or else of the longest stem that it begins with.
    pub(crate) fn find(&self, lower: &[u8]) -> u32 {
        self.or_stem(self.ids.find(lower), lower)
    }

    /// The number of the word of plain letters and digits that stands in `bytes` from `start` to `end`.
    pub(crate) fn find_at(&self, bytes: &[u8], start: usize, end: usize) -> u32 {
        let id = match bytes.get(start..start + N_SHORT) {
            Some(ahead) if end - start <= N_SHORT => self.ids.find_short(cut(key(ahead), end - start)),
            _ if end - start <= N_SHORT => self.ids.find(&bytes[start..end]),
            _ => self.ids.find(&bytes[start..end].to_ascii_lowercase()),
        };
        if id == 0 && self.stems.any() {
            self.stems.find(&bytes[start..end].to_ascii_lowercase())
        } else {
            id
        }
    }

    fn or_stem(&self, id: u32, lower: &[u8]) -> u32 {
        if id == 0 { self.stems.find(lower) } else { id }
    }

    /// What a word can open or end.
    pub(crate) fn traits(&self, id: u32) -> Traits {
        self.traits[id as usize]
    }

    pub(crate) fn set_opens_clause(&mut self, word: &str) {
        let id = self.id(word);
        self.traits[id as usize].opens_clause = true;
    }

    /// The node that a word leads to at the start of a pattern; none where no pattern can start so with `next` after it.
    pub(crate) fn root(&self, traits: Traits, next: Option<u32>) -> Option<&Node> {
        let goes_on = || next.is_some_and(|next| self.edges.may_have(mixed(way(traits.root, next))));
        if traits.root != 0 && (traits.has_gap || goes_on()) { self.node(traits.root) } else { None }
    }

    fn node(&self, node: u32) -> Option<&Node> {
        (node != 0).then(|| &self.nodes[node as usize])
    }

    /// The node after `node` for a word.
    pub(crate) fn next(&self, node: &Node, word: u32) -> Option<&Node> {
        if node.leads_on & bit(word) == 0 {
            return None;
        }
        self.node(self.follow(node.place, word))
    }

    /// The node after `node` for the word in this place, where there is one and no bound of a sentence stands before it.
    pub(crate) fn step(&self, words: &[Word], node: &Node, place: usize) -> Option<&Node> {
        let word = words.get(place).filter(|word| word.id != 0 && word.bound != Bound::Break)?;
        self.next(node, word.id)
    }

    /// Where the pattern goes on after a gap.
    pub(crate) fn after_gap(&self, node: &Node) -> Option<&Node> {
        self.node(node.gap)
    }

    /// Adds a pattern of words. Returns the meaning that it had before.
    pub(crate) fn add(&mut self, pattern: &str, meaning: Meaning) -> Option<u32> {
        let mut words = pattern.split(' ');
        let first = self.id(words.next().unwrap_or_default());
        let slot = match pattern.split_once(' ') {
            None => {
                let [phrase, operator] = &mut self.traits[first as usize].alone;
                meaning.slot(phrase, operator)
            }
            Some((_, rest)) => {
                self.traits[first as usize].has_gap |= rest.starts_with(GAP);
                let mut node = self.grow_root(first);
                for word in words {
                    node = if word == GAP { self.gap(node) } else { self.child(node, word) };
                }
                let Node { phrase, operator, .. } = &mut self.nodes[node as usize];
                meaning.slot(phrase, operator)
            }
        };
        let number = meaning.number();
        let before = slot.checked_sub(1);
        if before.is_none() {
            *slot = number + 1;
        }
        before
    }

    /// The node that a word leads to, a new one if need be.
    fn grow_root(&mut self, word: u32) -> u32 {
        if self.traits[word as usize].root == 0 {
            self.traits[word as usize].root = self.new_node();
        }
        self.traits[word as usize].root
    }

    /// Takes all leanings out.
    pub(crate) fn forget_leanings(&mut self) {
        (self.pairs, self.pair_ways) = (Slots::default(), Vec::new());
        for traits in &mut self.traits {
            (traits.leaning, traits.starts_pair) = (0, false);
        }
    }

    /// Adds a leaning, by its number, of one word or two.
    pub(crate) fn add_leaning(&mut self, words: &str, leaning: u32) {
        self.n_leanings = self.n_leanings.max(leaning as usize + 1);
        let (first, second) = words.split_once(' ').unwrap_or((words, ""));
        let first = self.id(first);
        if second.is_empty() {
            self.traits[first as usize].leaning = leaning + 1;
        } else {
            let way = way(first, self.id(second));
            self.traits[first as usize].starts_pair = true;
            self.pair_ways.resize(leaning as usize + 1, 0);
            self.pair_ways[leaning as usize] = way;
            self.pairs.insert(mixed(way), leaning + 1);
        }
    }

    /// One more than the highest number of a leaning.
    pub(crate) const fn n_leanings(&self) -> usize {
        self.n_leanings
    }

    /// The leaning of two words side by side.
    pub(crate) fn leaning_of_pair(&self, first: u32, second: u32) -> Option<u32> {
        let way = way(first, second);
        self.pairs.find(mixed(way), |leaning| self.pair_ways[leaning as usize - 1] == way).checked_sub(1)
    }

    fn id(&mut self, word: &str) -> u32 {
        let known = self.ids.find(word.as_bytes());
        if known != 0 {
            return known;
        }
        let id = number(self.traits.len());
        self.traits.push(Traits::default());
        self.ids.insert(word.as_bytes(), id);
        if let Some(stem) = word.strip_suffix(STAR) {
            self.stems.insert(stem, id);
        }
        id
    }

    fn new_node(&mut self) -> u32 {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let place = number(self.nodes.len());
        self.nodes.push(Node { place, ..Node::default() });
        place
    }

    fn child(&mut self, node: u32, word: &str) -> u32 {
        let id = self.id(word);
        let known = self.follow(node, id);
        if known != 0 {
            return known;
        }
        let child = self.new_node();
        self.nodes[node as usize].leads_on |= bit(id);
        self.ways.resize(child as usize + 1, 0);
        self.ways[child as usize] = way(node, id);
        self.edges.insert(mixed(way(node, id)), child);
        child
    }

    /// The node that a word leads to; 0 for none.
    fn follow(&self, node: u32, word: u32) -> u32 {
        let way = way(node, word);
        self.edges.find(mixed(way), |to| self.ways[to as usize] == way)
    }

    fn gap(&mut self, node: u32) -> u32 {
        if self.nodes[node as usize].gap == 0 {
            let after = self.new_node();
            self.nodes[node as usize].gap = after;
        }
        self.nodes[node as usize].gap
    }
}

impl Node {
    /// What ends here: a phrase, an operator or both.
    pub(crate) fn meanings(&self) -> impl Iterator<Item = Meaning> {
        meanings(self.phrase, self.operator)
    }
}

fn meanings(phrase: u32, operator: u32) -> impl Iterator<Item = Meaning> {
    let phrase = phrase.checked_sub(1).map(Meaning::Phrase);
    phrase.into_iter().chain(operator.checked_sub(1).map(Meaning::Operator))
}

impl Meaning {
    const fn number(self) -> u32 {
        match self {
            Self::Phrase(number) | Self::Operator(number) => number,
        }
    }

    const fn slot<'a>(self, phrase: &'a mut u32, operator: &'a mut u32) -> &'a mut u32 {
        match self {
            Self::Phrase(_) => phrase,
            Self::Operator(_) => operator,
        }
    }
}

const fn bit(word: u32) -> u64 {
    1 << (word % 64)
}

fn way(node: u32, word: u32) -> u64 {
    u64::from(node) << 32 | u64::from(word)
}

const fn mixed(way: u64) -> u64 {
    let mixed = (way ^ (way >> 32)).wrapping_mul(FACTOR);
    mixed ^ (mixed >> 32)
}

fn number(length: usize) -> u32 {
    u32::try_from(length).expect("a word list has fewer than 2^32 words")
}
