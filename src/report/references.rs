//! The publications that a methods paragraph may name.

pub(super) const BENJAMINI: &str = "Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57:289-300.";
pub(super) const BROWN: &str = "Brown, L. D., Cai, T. T. & DasGupta, A. (2003). Interval estimation in exponential families. Statistica Sinica 13:19-49.";
pub(super) const CLIFF: &str = "Cliff, N. (1993). Dominance statistics. Psychological Bulletin 114:494-509.";
pub(super) const DUNNING: &str = "Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19:61-74.";
pub(super) const ENTMAN: &str = "Entman, R. M. (1993). Framing: toward clarification of a fractured paradigm. Journal of Communication 43(4):51-58.";
pub(super) const FENG: &str = "Feng, D. & Cliff, N. (2004). Monte Carlo evaluation of ordinal d with improved confidence interval. Journal of Modern Applied Statistical Methods 3:322-332.";
pub(super) const FISHER: &str = "Fisher, R. A. (1935). The Design of Experiments. Edinburgh: Oliver & Boyd.";
pub(super) const HEDGES: &str = "Hedges, L. V. (1981). Distribution theory for Glass's estimator of effect size. Journal of Educational Statistics 6:107-128.";
pub(super) const HUTTO: &str = "Hutto, C. J. & Gilbert, E. (2014). VADER: a parsimonious rule-based model for sentiment analysis of social media text. Proceedings of ICWSM 8:216-225.";
pub(super) const LIJFFIJT: &str = "Lijffijt, J. et al. (2016). Significance testing of word frequencies in corpora. Digital Scholarship in the Humanities 31:374-397.";
pub(super) const MACKINNON: &str = "MacKinnon, J. G., Nielsen, M. Ø. & Webb, M. D. (2023). Fast and reliable jackknife and bootstrap methods for cluster-robust inference. Journal of Applied Econometrics 38:671-694.";
pub(super) const MONROE: &str =
    "Monroe, B. L., Colaresi, M. P. & Quinn, K. M. (2008). Fightin' words. Political Analysis 16:372-403.";
pub(super) const PARETI: &str =
    "Pareti, S. (2016). PARC 3.0: a corpus of attribution relations. Proceedings of LREC: 3914-3920.";
pub(super) const PHIPSON: &str = "Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics and Molecular Biology 9:39.";
pub(super) const WILSON: &str = "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22:209-212.";
