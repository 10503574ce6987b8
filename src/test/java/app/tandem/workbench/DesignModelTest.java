package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.owner.EditForecast;
import app.tandem.study.Budget;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.design.DesignCheck;
import app.tandem.workbench.design.DesignModel;
import app.tandem.workbench.start.SettingEdits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A study's seeds, settings and tasks are changed, without a window. */
class DesignModelTest {

    private static final int NETWORKS = 36;
    private static final int DONE = 20;

    private final StudyInMemory session = RoomsStudy.inTraining();
    private final Study before = session.study();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final Threads threads = new Threads(Runnable::run, Runnable::run);
    private final EditedStudy study = new EditedStudy(session, session.study(), threads, faults::add);
    private final DesignModel model = new DesignModel(session, study, threads, faults::add);

    @BeforeEach
    void listen() {
        session.addListener(study::changed);
        session.addListener(model::changed);
    }

    private EditForecast cost() {
        return model.forecastProperty().get().orElseThrow();
    }

    private String fault(String field) {
        return model.checkProperty().get().fault(field).orElseThrow().what();
    }

    @Test
    void seedsAreAddedAsOneEditWhoseCostIsToldFirst() {
        assertThat(model.isApplicable()).isFalse();
        model.typeSeeds("3");

        assertThat(cost().more().runs()).isEqualTo(2 * NETWORKS);
        assertThat(cost().lost()).isZero();
        assertThat(session.study()).isEqualTo(before);

        model.apply(false);
        assertThat(session.study()).isEqualTo(before.withSeeds(3));
        assertThat(model.isChanged()).isFalse();

        study.undo();
        assertThat(session.study()).isEqualTo(before);
        assertThat(model.draftProperty().get().seeds()).isEqualTo("1");
    }

    @Test
    void otherEpochsTellHowManyResultsNoLongerCount() {
        model.typeSetting(0, "epochs", "30");

        assertThat(cost().lost()).isEqualTo(DONE);
        assertThat(cost().more().runs()).isEqualTo(DONE);
        model.apply(false);
        assertThat(session.study().setting(RoomsStudy.SETTING).schedule().epochs())
                .isEqualTo(30);
    }

    @Test
    void everyValueOfASettingIsChangedInOneEdit() {
        String[][] typed = {
            {"depth", "standard"}, {"share", "1/2"}, {"size", "128"}, {"batch", "8"}, {"rate", "0.025"},
            {"decay", "step"}, {"warmup", "0.1"}, {"momentum", "0.8"}, {"weight-decay", "0"}, {"clip", "none"},
            {"name", "big"}
        };
        for (String[] each : typed) {
            model.typeSetting(0, each[0], each[1]);
        }
        model.typeTaskName(0, "Classes");
        model.typeTaskWeight(0, "2.5");
        model.typeName("Rooms again");
        model.apply(false);

        Study after = session.study();
        assertThat(after.name()).isEqualTo("Rooms again");
        assertThat(after.settings()).singleElement().satisfies(setting -> {
            assertThat(setting.name()).isEqualTo("big");
            assertThat(setting.depth()).isEqualTo(EncoderDepth.STANDARD);
            assertThat(setting.inputSize()).isEqualTo(128);
            assertThat(setting.schedule().clipNorm()).isInfinite();
            assertThat(setting.schedule().weightDecay()).isZero();
        });
        assertThat(after.tasks().get(0).name()).isEqualTo("Classes");
        assertThat(after.tasks().get(0).weight()).isEqualTo(2.5);
        study.undo();
        assertThat(session.study()).isEqualTo(before);
        assertThat(session.canUndo()).isFalse();
    }

    @Test
    void whatDoesNotFitIsSaidOfItsFieldAndNothingIsApplied() {
        model.typeSeeds("0");
        model.typeSetting(0, "epochs", "many");
        model.typeSetting(0, "size", "63");
        model.typeTaskWeight(1, "-1");
        model.typeTaskName(2, " ");

        assertThat(fault(DesignCheck.SEEDS)).isEqualTo("A study with 0 seeds cannot be trained");
        assertThat(fault(DesignCheck.setting(0, "epochs"))).isEqualTo("‘many’ is not a whole number from 0 on");
        assertThat(fault(DesignCheck.setting(0, "size"))).isEqualTo("The input size 63 does not fit the encoder");
        assertThat(fault(DesignCheck.task(1, DesignCheck.WEIGHT))).contains("weight of -1.0");
        assertThat(fault(DesignCheck.task(2, DesignCheck.NAME))).isEqualTo("A task has no name");
        assertThat(model.isApplicable()).isFalse();
        model.apply(true);
        assertThat(session.study()).isEqualTo(before);
        assertThat(faults).isEmpty();

        model.reset();
        assertThat(model.checkProperty().get().faults()).isEmpty();
        assertThat(model.draftProperty().get().seeds()).isEqualTo("1");
    }

    @Test
    void settingsAreAddedUnderFreeNamesAndTakenOut() {
        model.addSetting(SettingEdits.Addition.LARGE);
        model.addSetting(SettingEdits.Addition.COPY);
        assertThat(model.draftProperty().get().settings())
                .extracting(setting -> setting.value("name"))
                .containsExactly(RoomsStudy.SETTING, "large", "large-2");
        assertThat(cost().more().runs()).isEqualTo(2 * NETWORKS);

        model.typeSetting(2, "name", "large");
        assertThat(fault(DesignCheck.setting(2, "name"))).isEqualTo("The setting ‘large’ is there twice");
        model.removeSetting(2);
        model.removeSetting(0);
        assertThat(cost().lost()).isEqualTo(DONE);
        assertThat(cost().less()).isEqualTo(NETWORKS - DONE);
        model.removeSetting(0);
        model.apply(false);
        assertThat(session.study().settings())
                .extracting(setting -> setting.name())
                .containsExactly("large");
    }

    @Test
    void whatWasTypedGivesWayToAnotherEditOfTheSameAndStaysBesideAnyOther() {
        model.typeSeeds("5");
        study.edit(new StudyEdit.SetBudget(Budget.parse("4")));
        assertThat(model.draftProperty().get().seeds()).isEqualTo("5");

        study.edit(new StudyEdit.SetSeeds(2));
        assertThat(model.draftProperty().get().seeds()).isEqualTo("2");
    }

    @Test
    void aStudyOfLossesKeepsWhatWasMeasuredElsewhere() {
        StudyInMemory losses = RoomsStudy.ofLosses();
        EditedStudy edited = new EditedStudy(losses, losses.study(), threads, faults::add);
        assertThat(new DesignModel(losses, edited, threads, faults::add).isTrainable())
                .isFalse();
        assertThat(model.isTrainable()).isTrue();
    }
}
