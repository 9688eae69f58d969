extension RandomAccessCollection {
    /// The index of the first element for which `isBehind` holds, where it holds for no element before and all after.
    ///
    /// - Complexity: O(log *n*).
    func firstIndex(behind isBehind: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if isBehind(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }

    /// The part of `range` in which at most `reach` elements stand on each side of where `isBehind` begins to hold.
    ///
    /// What is asked of each number looks no farther: a table without a full stop has no end of neighbours.
    func near(_ range: Range<Index>, reach: Int, behind isBehind: (Element) -> Bool) -> Range<Index>
    where Index == Int {
        let middle = firstIndex(behind: isBehind)
        return range.clamped(to: middle - reach..<middle + reach)
    }
}
