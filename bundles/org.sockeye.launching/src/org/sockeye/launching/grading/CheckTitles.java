package org.sockeye.launching.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.dom.AST;
import org.eclipse.jdt.core.dom.ASTParser;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.InfixExpression;
import org.eclipse.jdt.core.dom.MemberValuePair;
import org.eclipse.jdt.core.dom.NormalAnnotation;
import org.eclipse.jdt.core.dom.NumberLiteral;
import org.eclipse.jdt.core.dom.StringLiteral;

/** Reads what checks there are off their source, so that a lab can be shown without running anything of it. */
final class CheckTitles {

    private CheckTitles() {
    }

    /** The checks in a Java source file, in its order. */
    static List<LabSheet.Check> in(String source) {
        ASTParser parser = ASTParser.newParser(AST.getJLSLatest());
        parser.setCompilerOptions(JavaCore.getDefaultOptions());
        parser.setSource(source.toCharArray());
        List<LabSheet.Check> checks = new ArrayList<>();
        parser.createAST(null).accept(new ASTVisitor() {
            @Override
            public boolean visit(NormalAnnotation annotation) {
                if ("Check".equals(annotation.getTypeName().getFullyQualifiedName())) {
                    checks.add(check(annotation));
                }
                return false;
            }
        });
        return checks;
    }

    private static LabSheet.Check check(NormalAnnotation annotation) {
        String title = "";
        double points = 1;
        for (Object each : annotation.values()) {
            MemberValuePair pair = (MemberValuePair) each;
            switch (pair.getName().getIdentifier()) {
                case "title" -> title = text(pair.getValue());
                case "points" -> points = number(pair.getValue());
                default -> {
                    // Nothing to show.
                }
            }
        }
        return new LabSheet.Check(title, points);
    }

    private static String text(Expression expression) {
        return switch (expression) {
            case StringLiteral literal -> literal.getLiteralValue();
            case InfixExpression sum -> operands(sum).map(CheckTitles::text).collect(Collectors.joining());
            default -> "";
        };
    }

    private static Stream<Expression> operands(InfixExpression sum) {
        Stream<Expression> more = ((List<?>) sum.extendedOperands()).stream().map(Expression.class::cast);
        return Stream.concat(Stream.of(sum.getLeftOperand(), sum.getRightOperand()), more);
    }

    private static double number(Expression expression) {
        return expression instanceof NumberLiteral literal ? Double.parseDouble(literal.getToken()) : 1;
    }
}
