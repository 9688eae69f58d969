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
}
