using Google.OrTools.Sat;

namespace Integrationskonzept.Planning;

/// <summary>
/// How much work explaining may be: counted in the solver's work, not by the clock, so that the same request always gets the same answer.
/// </summary>
sealed class SolverEffort(double units)
{
    /// <summary>Work for one question, at most.</summary>
    const double Question = 0.3;

    /// <summary>Making a model is work too, before anything is solved: for a constraint about that much.</summary>
    const double Constraint = 0.000_05;

    double left = units;

    public bool IsSpent => left <= 0;

    /// <summary>For the next question.</summary>
    public double Next => Math.Clamp(left, 0.001, Question);

    /// <summary>A part of what is left, to be spent first; what remains of it stays here.</summary>
    public SolverEffort Part(double share)
    {
        var part = new SolverEffort(left * share);
        left -= part.left;
        return part;
    }

    public void Spend(CpModel model, CpSolver? solver = null) =>
        left -= model.Model.Constraints.Count * Constraint + (solver?.Response?.DeterministicTime ?? 0);

    public void Return(SolverEffort part) => left += part.left;
}
